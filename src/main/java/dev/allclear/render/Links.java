package dev.allclear.render;

import dev.allclear.output.SitePath;

/** Makes links from one page to others: relative, and each names a file, so that a site can be read from a stick. */
class Links {

    private final String from;

    /** The links of the page with this path. */
    Links(String from) {
        this.from = from;
    }

    /** The path of the page that shows them. */
    String from() {
        return from;
    }

    /** The way up to the site's folder: empty, or {@code ../} as often as it takes. */
    String root() {
        return "../".repeat((int) from.chars().filter(c -> c == '/').count());
    }

    /** The address of another page of the site, with an anchor if it is not empty. */
    String to(String path, String anchor) {
        String url = SitePath.relative(from, path);
        return anchor.isEmpty() ? url : url + "#" + SitePath.encode(anchor);
    }

    String to(String path) {
        return to(path, "");
    }
}
