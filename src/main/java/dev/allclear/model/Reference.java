package dev.allclear.model;

import dev.allclear.finding.Location;
import java.util.Locale;

/**
 * A link or an image in a document.
 *
 * @param destination as the author wrote it
 * @param target as the page has it
 * @param image whether it is an image
 * @param at where it stands
 */
public record Reference(String destination, String target, boolean image, Location at) {

    /** The address on the web without its fragment; empty if it leads anywhere else. */
    public String webAddress() {
        String address = destination.strip();
        String low = address.toLowerCase(Locale.ROOT);
        if (!low.startsWith("http://") && !low.startsWith("https://")) {
            return "";
        }
        int hash = address.indexOf('#');
        return hash < 0 ? address : address.substring(0, hash);
    }
}
