package dev.allclear.publish;

/**
 * What was written.
 *
 * @param files how many files the site has, versions aside
 * @param written how many of them are new or changed
 */
public record Published(int files, int written) {}
