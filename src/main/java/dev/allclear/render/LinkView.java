package dev.allclear.render;

/**
 * Something with a page.
 *
 * @param text what readers see
 * @param url relative to the page that shows it; empty if there is no page
 */
public record LinkView(String text, String url) {}
