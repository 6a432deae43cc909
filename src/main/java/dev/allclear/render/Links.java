package dev.allclear.render;

import java.nio.charset.StandardCharsets;

/**
 * Makes links from one page to others: relative, and each names a file, so that a site can be read from a stick.
 *
 * @param from the path of the page that shows them
 */
record Links(String from) {

    /** The way up to the site's folder: empty, or {@code ../} as often as it takes. */
    String root() {
        return "../".repeat((int) from.chars().filter(c -> c == '/').count());
    }

    /** The address of another page of the site, with an anchor if it is not empty. */
    String to(String path, String anchor) {
        String[] base = from.split("/", -1);
        String[] target = path.split("/", -1);
        int common = 0;
        while (common < base.length - 1 && common < target.length - 1 && base[common].equals(target[common])) {
            common++;
        }
        StringBuilder url = new StringBuilder("../".repeat(base.length - 1 - common));
        for (int i = common; i < target.length; i++) {
            url.append(i > common ? "/" : "").append(encode(target[i]));
        }
        if (url.indexOf(":") >= 0 && url.indexOf("/") < 0) {
            url.insert(0, "./");
        }
        return anchor.isEmpty() ? url.toString() : url + "#" + encode(anchor);
    }

    String to(String path) {
        return to(path, "");
    }

    private static String encode(String segment) {
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
