package dev.allclear.output;

import java.nio.charset.StandardCharsets;

/** Addresses between the files of a site: relative, and each names a file, so that a site can be read from a stick. */
public final class SitePath {

    private SitePath() {}

    /** The address of one file of the site on the page of another, percent-encoded (RFC 3986). */
    public static String relative(String from, String to) {
        String[] base = from.split("/", -1);
        String[] target = to.split("/", -1);
        int common = 0;
        while (common < base.length - 1 && common < target.length - 1 && base[common].equals(target[common])) {
            common++;
        }
        StringBuilder url = new StringBuilder("../".repeat(base.length - 1 - common));
        for (int i = common; i < target.length; i++) {
            url.append(i > common ? "/" : "").append(encode(target[i]));
        }
        // A first segment with a colon would be taken for a scheme.
        return url.indexOf(":") >= 0 && url.indexOf("/") < 0 ? "./" + url : url.toString();
    }

    /** One segment of a path, or a fragment, percent-encoded. */
    public static String encode(String segment) {
        StringBuilder out = new StringBuilder(segment.length());
        for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~!$&'()*+,;=:@".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append("%%%02X".formatted((int) c));
            }
        }
        return out.toString();
    }
}
