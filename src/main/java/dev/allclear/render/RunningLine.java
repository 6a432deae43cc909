package dev.allclear.render;

import java.util.List;

/**
 * What stands at the head of each printed sheet of a playbook.
 *
 * @param id the playbook's anchor
 * @param title its number and its title
 * @param version its version, in words
 */
record RunningLine(String id, String title, String version) {

    private static final int LONGEST = 90;

    /**
     * The rules that print the lines. They stand in the margins of the sheets, and what is shown there can only be said in
     * a style sheet.
     *
     * @param foot what stands at the foot of every sheet
     * @param direction {@code ltr} or {@code rtl}
     */
    static String css(String foot, List<RunningLine> lines, String direction) {
        String start = direction.equals("rtl") ? "right" : "left";
        String end = direction.equals("rtl") ? "left" : "right";
        StringBuilder css = new StringBuilder();
        css.append("@page{@bottom-%s{content:%s}@bottom-%s{content:counter(page) \" / \" counter(pages)}}\n"
                .formatted(start, string(foot), end));
        for (RunningLine line : lines) {
            css.append("#%s{page:%s}@page %s{@top-%s{content:%s}@top-%s{content:%s}}\n"
                    .formatted(
                            line.id(),
                            line.id(),
                            line.id(),
                            start,
                            string(shortened(line.title())),
                            end,
                            string(line.version())));
        }
        return css.toString();
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST)).strip() + "…";
    }

    /** A text as a string of CSS, in which nothing ends the string, the rule or the element around it. */
    static String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || "\"\\<>&'{}".indexOf(c) >= 0 || (c >= 0xD800 && c <= 0xDFFF)) {
                // A NUL or half a character can't be said, not even so.
                out.append(c == 0 || (c >= 0xD800 && c <= 0xDFFF) ? "\uFFFD" : "\\%X ".formatted(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
