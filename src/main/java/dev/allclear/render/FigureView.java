package dev.allclear.render;

/**
 * A duration against its objective.
 *
 * @param name what was measured
 * @param took how long it took; a dash if that can't be told
 * @param note the objective, and whether it was met
 * @param verdict {@code met}, {@code missed} or empty
 */
public record FigureView(String name, String took, String note, String verdict) {}
