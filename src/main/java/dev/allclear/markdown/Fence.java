package dev.allclear.markdown;

import dev.allclear.finding.Location;

/**
 * A fenced code block, of backticks or tildes.
 *
 * @param word the first word of the info string, empty if there is none
 * @param literal the content, with LF line ends
 * @param at the opening fence's line, from the fence to its end
 * @param firstLine the line on which the content starts
 * @param indent the characters that stand before the content on each line (in a list, say)
 * @param closed whether a closing fence was written
 * @param topLevel whether it stands directly in the document, not in a list or a quotation
 */
public record Fence(
        String word, String literal, Location at, int firstLine, int indent, boolean closed, boolean topLevel)
        implements Block {}
