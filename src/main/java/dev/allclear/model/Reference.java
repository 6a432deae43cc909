package dev.allclear.model;

import dev.allclear.finding.Location;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A link or an image in a document.
 *
 * @param destination as the author wrote it
 * @param target as the page has it
 * @param image whether it is an image
 * @param aim where in the site that leads; null if it leads to another site or another program
 * @param at where it stands
 */
public record Reference(
        String destination,
        String target,
        boolean image,
        @Nullable Aim aim,
        Location at) {

    /** A link or an image on a page. */
    public static Reference on(String page, String destination, String target, boolean image, Location at) {
        String trimmed = target.strip();
        Aim aim = Aim.isExternal(trimmed) ? null : Aim.of(trimmed, page);
        return new Reference(destination, target, image, aim, at);
    }

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
