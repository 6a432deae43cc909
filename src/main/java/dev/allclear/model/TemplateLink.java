package dev.allclear.model;

import dev.allclear.finding.Location;

/**
 * A link that stands in a template as it is, and not in a document.
 *
 * @param target the path in the site that it names, without an anchor
 * @param found whether the site has it
 * @param at where it stands in the template
 */
public record TemplateLink(String target, boolean found, Location at) {}
