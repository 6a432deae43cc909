package dev.allclear.author;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A name for a file or a folder: what every file system, address and shell takes as it is. */
public final class Slug {

    private static final int LONGEST = 50;

    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("ł", "l"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"),
            Map.entry("&", " and "));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’]");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    /** Windows keeps these names for devices, whatever follows the first point. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?");

    private static final Pattern SEGMENT =
            Pattern.compile("[^\\p{Cc}\\p{Zs}./\\\\:*?\"<>|#%][^\\p{Cc}/\\\\:*?\"<>|#%]*");

    private Slug() {}

    /** The slug of a title; if none of its characters can be in one, that of the other words. */
    public static String of(String title, String otherwise) {
        String slug = slug(title);
        return slug.isEmpty() ? slug(otherwise) : slug;
    }

    private static String slug(String title) {
        String low = title.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            low = low.replace(letter.getKey(), letter.getValue());
        }
        String ascii =
                MARKS.matcher(Normalizer.normalize(low, Normalizer.Form.NFKD)).replaceAll("");
        ascii = APOSTROPHES.matcher(ascii.toLowerCase(Locale.ROOT)).replaceAll("");
        String slug = EDGES.matcher(OTHERS.matcher(ascii).replaceAll("-")).replaceAll("");
        if (slug.length() > LONGEST) {
            int end = slug.lastIndexOf('-', LONGEST);
            slug = slug.substring(0, end > LONGEST / 2 ? end : LONGEST);
        }
        slug = EDGES.matcher(slug).replaceAll("");
        return DEVICE.matcher(slug).matches() ? slug + "-1" : slug;
    }

    /** Why a name that somebody chose can't be that of a document; nothing if it can. */
    public static Optional<String> refusal(String name, boolean folders) {
        String[] segments = folders ? name.split("/", -1) : new String[] {name};
        for (String segment : segments) {
            if (!SEGMENT.matcher(segment).matches() || segment.endsWith(".") || segment.endsWith(" ")) {
                return Optional.of("`%s` can't be a name: write letters, digits and `-`%s, as in `%s`."
                        .formatted(
                                name,
                                folders ? ", with `/` between folders" : "",
                                folders ? "data/restore-database" : "2026-03-14-checkout-offline"));
            }
            if (DEVICE.matcher(segment).matches()) {
                return Optional.of("`%s` can't be a name: Windows keeps `%s` for a device.".formatted(name, segment));
            }
        }
        return Optional.empty();
    }
}
