package dev.allclear.serve;

import dev.allclear.finding.Finding;

/** The few values that the script on the pages reads. */
final class Json {

    private Json() {}

    static String text(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c == 0x7f || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    static String finding(Finding finding) {
        return "{\"rule\":%s,\"severity\":%s,\"at\":%s,\"message\":%s,\"help\":%s}"
                .formatted(
                        text(finding.rule()),
                        text(finding.severity().word()),
                        text(Lines.place(finding)),
                        text(finding.message()),
                        text(finding.help()));
    }
}
