package dev.allclear.model;

import dev.allclear.finding.Location;
import java.util.List;

/**
 * {@code decisions.md}.
 *
 * @param document what it has in common with other documents
 * @param preamble safe HTML of what stands before the first decision
 * @param decisions in the order of the file
 * @param top its first line
 */
public record DecisionLog(Document document, Prose preamble, List<Decision> decisions, Location top) {}
