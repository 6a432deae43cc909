package dev.allclear.read;

import dev.allclear.markdown.LinkResolver;
import dev.allclear.markdown.PictureSize;
import dev.allclear.output.SitePath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns links to files of the content, as authors write them, into links to what those files become in the site. */
final class PageLinks implements LinkResolver {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private final Lookups lookups;
    private final String document;
    private final String page;

    /** For one document, by its path in the content and in the site. */
    PageLinks(Lookups lookups, String document, String page) {
        this.lookups = lookups;
        this.document = document;
        this.page = page;
    }

    @Override
    public String resolve(String destination) {
        if (!isInside(destination)) {
            return destination;
        }
        int cut = firstOf(destination, '?', '#');
        String path = inContent(decode(destination.substring(0, cut)));
        String target = path == null ? null : lookups.find(path);
        return target == null ? destination : SitePath.relative(page, target) + destination.substring(cut);
    }

    @Override
    public @Nullable PictureSize size(String destination) {
        if (!isInside(destination)) {
            return null;
        }
        String path = inContent(decode(destination.substring(0, firstOf(destination, '?', '#'))));
        return path == null ? null : lookups.size(path);
    }

    private static boolean isInside(String destination) {
        return !destination.isEmpty()
                && !destination.startsWith("#")
                && !destination.startsWith("//")
                && !SCHEME.matcher(destination).lookingAt();
    }

    /** The path below the content folder that a link names, or null if it leaves the folder. */
    private @Nullable String inContent(String link) {
        Deque<String> parts = new ArrayDeque<>();
        if (!link.startsWith("/")) {
            String[] folders = document.split("/", -1);
            for (int i = 0; i < folders.length - 1; i++) {
                parts.addLast(folders[i]);
            }
        }
        for (String part : link.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return null;
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    private static int firstOf(String text, char a, char b) {
        int i = text.indexOf(a);
        int j = text.indexOf(b);
        return i < 0 ? (j < 0 ? text.length() : j) : (j < 0 ? i : Math.min(i, j));
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); ) {
            int hex = text.charAt(i) == '%' && i + 2 < text.length() ? hex(text.substring(i + 1, i + 3)) : -1;
            if (hex >= 0) {
                bytes.write(hex);
                i += 3;
            } else {
                int c = text.codePointAt(i);
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hex(String digits) {
        return digits.matches("[0-9A-Fa-f]{2}") ? Integer.parseInt(digits, 16) : -1;
    }
}
