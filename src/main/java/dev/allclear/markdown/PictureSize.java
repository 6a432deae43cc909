package dev.allclear.markdown;

/**
 * How large a picture is, so that a page can keep its place before it is there.
 *
 * @param width in pixels, 1 or more
 * @param height in pixels, 1 or more
 */
public record PictureSize(int width, int height) {}
