package dev.allclear.model;

import java.util.List;

/**
 * What is known of a theme's templates.
 *
 * @param links the links that they write out themselves
 * @param flaws what in them can't be filled; nothing if that was not tried
 */
public record TemplateReading(List<TemplateLink> links, List<TemplateFlaw> flaws) {

    /** Of templates that nobody looked at. */
    public static final TemplateReading NONE = new TemplateReading(List.of(), List.of());

    /** Keeps unchangeable copies. */
    public TemplateReading {
        links = List.copyOf(links);
        flaws = List.copyOf(flaws);
    }

    /** The same after it was tried to fill them. */
    public TemplateReading with(List<TemplateFlaw> found) {
        return new TemplateReading(links, found);
    }
}
