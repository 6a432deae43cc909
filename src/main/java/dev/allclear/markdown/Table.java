package dev.allclear.markdown;

import dev.allclear.finding.Location;
import java.util.List;

/**
 * A GFM table.
 *
 * @param header the cells of the header row
 * @param rows the cells of each row, as many as the header has
 * @param at where the header row stands
 */
public record Table(List<Cell> header, List<List<Cell>> rows, Location at) implements Block {}
