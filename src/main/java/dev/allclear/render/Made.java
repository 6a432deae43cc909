package dev.allclear.render;

import dev.allclear.model.Document;
import dev.allclear.model.Incident;
import dev.allclear.output.Inputs;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;

/** Gathers what a page is made from. */
final class Made {

    /** What every page shows in its frame. */
    private static final String[] FRAME = {"site.title", "site.language", "site.time-zone", "now", "tool"};

    private static final String VERSIONS = "versions";

    private final TreeSet<String> sources = new TreeSet<>();
    private final TreeSet<String> templates = new TreeSet<>(Arrays.asList("layout.ftlh", "parts.ftlh"));
    private final TreeSet<String> settings = new TreeSet<>(Arrays.asList(FRAME));
    private final TreeSet<String> named = new TreeSet<>();

    private Made(String template) {
        templates.add(template);
    }

    static Made with(String template) {
        return new Made(template);
    }

    /** Templates and files of the theme beside its own template. */
    Made using(String... more) {
        templates.addAll(Arrays.asList(more));
        return this;
    }

    Made from(Document document) {
        sources.add(document.path());
        return this;
    }

    Made from(String source) {
        sources.add(source);
        return this;
    }

    Made naming(Collection<String> things) {
        named.addAll(things);
        return this;
    }

    Made naming(String thing) {
        named.add(thing);
        return this;
    }

    /** Every document of an incident: what is computed from it may change with any of them. */
    Made naming(Incident incident) {
        incident.documents().forEach(d -> named.add(d.path()));
        return this;
    }

    /**
     * Inside its frame it tells of versions, or says something else as a page of one. What does not say so is the same in the
     * site and in a version that is made with it, and is filled once for both.
     */
    Made versions() {
        settings.add(VERSIONS);
        return this;
    }

    /** The documents that a reader may go to from one, and the commit that is named below it. */
    Made around(Document document, Atlas atlas) {
        atlas.lastChange(document).ifPresent(c -> settings.add("git.commit"));
        atlas.neighboursOf(document).forEach(d -> named.add(d.path()));
        atlas.linkingTo(document).forEach(d -> named.add(d.path()));
        return this;
    }

    /** Whether {@link #versions()} was said of what was made from this. */
    static boolean tellsOfVersions(Inputs inputs) {
        return inputs.settings().contains(VERSIONS);
    }

    Inputs inputs() {
        return new Inputs(sources, templates, settings, named);
    }
}
