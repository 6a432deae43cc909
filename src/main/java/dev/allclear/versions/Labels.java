package dev.allclear.versions;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a version may be called: its label is the name of a folder, on every machine that the site is copied to. */
public final class Labels {

    private static final int LONGEST = 100;
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    /** Names that Windows keeps for devices, whatever stands behind their first dot. */
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    /** What stands beside the versions. */
    private static final Set<String> PAGES = Set.of("index.html", "versions.js");

    private Labels() {}

    /** Why this can't be a label, in one sentence, and what to write; empty if it can. */
    public static Optional<String> refusal(String label) {
        if (!FORM.matcher(label).matches()) {
            return Optional.of(
                    "`%s` can't be the label of a version: write lower-case letters, digits, `.`, `_` and `-`, with a letter or a digit first."
                            .formatted(label.replaceAll("\\p{Cntrl}", "\uFFFD")));
        }
        if (label.endsWith(".")) {
            return Optional.of(
                    "`%s` can't be the label of a version, because Windows drops the dot at the end: write `%s`."
                            .formatted(label, label.replaceFirst("\\.+$", "")));
        }
        if (DEVICE.matcher(label).matches()) {
            return Optional.of(
                    "`%s` can't be the label of a version, because Windows keeps that name for a device: write `v-%s`."
                            .formatted(label, label));
        }
        if (PAGES.contains(label)) {
            return Optional.of(
                    "`%s` can't be the label of a version, because a page about all versions has that name: write `v-%s`."
                            .formatted(label, label));
        }
        if (label.length() > LONGEST) {
            return Optional.of(
                    "A label of %d characters is too long: write at most %d.".formatted(label.length(), LONGEST));
        }
        return Optional.empty();
    }
}
