package dev.allclear.markdown;

import dev.allclear.finding.Location;
import java.util.List;

/**
 * A document read: its sections with their data, and the safe HTML of each.
 *
 * @param sections in order; the first has no heading and is there even if it is empty
 * @param footnotes safe HTML of the footnotes, which belong to the whole document; empty if there are none
 * @param fences every fence, wherever it stands
 * @param links every link and image, in order, those in raw HTML among them
 * @param anchors every id that a link can lead to, in order
 * @param unclosed raw HTML that has no end and so hides all that follows, each with what would close it
 * @param rawBlocks raw HTML that takes lines for itself, comments aside
 * @param removed the places of raw HTML of which something was removed
 * @param unlabelled the places of images that say nothing to those who can't see them
 * @param fillers words that only hold a place, outside code
 */
public record Markdown(
        List<Section> sections,
        String footnotes,
        List<Fence> fences,
        List<Link> links,
        List<String> anchors,
        List<Mark> unclosed,
        List<Mark> rawBlocks,
        List<Location> removed,
        List<Location> unlabelled,
        List<Mark> fillers) {}
