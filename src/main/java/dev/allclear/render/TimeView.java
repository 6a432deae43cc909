package dev.allclear.render;

/**
 * A moment.
 *
 * @param iso for machines, in UTC
 * @param shown for people, in the site's time zone; what was written if it can't be read
 */
public record TimeView(String iso, String shown) {}
