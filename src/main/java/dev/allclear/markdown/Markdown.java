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
 * @param unclosed the places of HTML comments that were opened and never closed
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
        List<Location> unclosed,
        List<Location> removed,
        List<Location> unlabelled,
        List<Mark> fillers) {}
