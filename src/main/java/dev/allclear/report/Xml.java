package dev.allclear.report;

/** Text for XML 1.0, which can't hold most control characters, not even as references. */
final class Xml {

    private Xml() {}

    /** Between tags. */
    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(c, out));
        return out.toString();
    }

    /** Between double quotes, where readers turn line ends and tabs into blanks unless they are references. */
    static String attribute(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                out.append("&#").append(c).append(';');
            } else {
                append(c, out);
            }
        });
        return out.toString();
    }

    private static void append(int c, StringBuilder out) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\r' -> out.append("&#13;");
            default -> out.appendCodePoint(isLegal(c) ? c : 0xFFFD);
        }
    }

    private static boolean isLegal(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && !WellFormed.isLone(c) && c != 0xFFFE && c != 0xFFFF);
    }
}
