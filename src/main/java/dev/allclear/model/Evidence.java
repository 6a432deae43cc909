package dev.allclear.model;

import java.util.List;

/**
 * One thing that a decision rests on.
 *
 * @param html safe HTML
 * @param words the words that a reader sees
 * @param at where it stands
 */
public record Evidence(String html, List<String> words, dev.allclear.finding.Location at) {}
