package dev.allclear.build;

import dev.allclear.finding.Location;
import dev.allclear.model.TemplateFlaw;
import dev.allclear.output.OutputTree;
import dev.allclear.output.Page;
import dev.allclear.render.TemplateFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Tries whether the templates can be filled, and tells what of them can't. */
final class TemplateTrial {

    private TemplateTrial() {}

    /**
     * Fills every page, and keeps none: what is wrong with a template may show on one page only.
     *
     * @return what can't be filled, each place once
     */
    static List<TemplateFlaw> of(OutputTree tree, @Nullable Path templates, ExecutorService threads)
            throws BuildProblem {
        List<Callable<@Nullable TemplateFlaw>> trials = new ArrayList<>();
        for (Page page : tree.pages()) {
            trials.add(() -> flaw(page, templates));
        }
        Map<Location, TemplateFlaw> flaws = new TreeMap<>();
        try {
            for (Future<@Nullable TemplateFlaw> trial : threads.invokeAll(trials)) {
                TemplateFlaw flaw = trial.get();
                if (flaw != null) {
                    flaws.putIfAbsent(flaw.at(), flaw);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildProblem("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return List.copyOf(flaws.values());
    }

    private static @Nullable TemplateFlaw flaw(Page page, @Nullable Path templates) {
        try {
            page.content().bytes();
            return null;
        } catch (TemplateFault e) {
            return flaw(e, templates);
        }
    }

    /** A fault at its place, named as the user named the folder. */
    static TemplateFlaw flaw(TemplateFault e, @Nullable Path templates) {
        boolean own = templates != null && Files.exists(templates.resolve(e.template()));
        String file = (templates != null && own ? Themes.nameOf(templates) : "templates") + "/" + e.template();
        return new TemplateFlaw(
                Location.on(file, e.line(), e.column(), e.length()),
                "The template can't be filled: %s".formatted(sentence(String.valueOf(e.getMessage()))),
                e.help());
    }

    private static String sentence(String words) {
        return words.endsWith(".") || words.endsWith(".)") ? words : words + ".";
    }

    /** The same where it can't be a finding: it is not the content that is being built. */
    static BuildProblem problem(TemplateFault e, @Nullable Path templates) {
        TemplateFlaw flaw = flaw(e, templates);
        return new BuildProblem(
                "%s:%d:%d: %s %s"
                        .formatted(flaw.at().file(), flaw.at().line(), flaw.at().column(), flaw.message(), flaw.help()),
                flaw.at(),
                e);
    }
}
