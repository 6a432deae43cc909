package dev.allclear.cli;

import dev.allclear.author.WritingProblem;
import dev.allclear.build.BuildProblem;
import dev.allclear.build.Outcome;
import dev.allclear.check.Verdict;
import dev.allclear.finding.Finding;
import dev.allclear.report.Baseline;
import dev.allclear.report.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The file that {@code --baseline} names. */
record BaselineFile(Path path) {

    /** The outcome with the findings that are left: those that the file does not hold, and all of the gate's. */
    Outcome apply(Outcome outcome, Sources sources, Surroundings surroundings, boolean quiet) throws BuildProblem {
        List<Finding> all = outcome.verdict().findings();
        boolean there = Files.exists(path);
        String text = there ? read() : Baseline.write(all, sources, ToolVersion.current());
        Baseline baseline = Baseline.read(text);
        if (baseline == null) {
            throw new BuildProblem(
                    "The baseline `%s` can't be read. Restore it, or remove it to record another.".formatted(path));
        }
        List<Finding> fresh = baseline.fresh(all, sources);
        int known = all.size() - fresh.size();
        if (!there) {
            write(text);
        }
        if (!quiet) {
            surroundings
                    .err()
                    .println(
                            there
                                    ? "%d of the %d findings of the baseline `%s` still stand and are not shown."
                                            .formatted(known, baseline.size(), path)
                                    : "Recorded %d finding%s in the baseline `%s`; from now on only new ones are shown."
                                            .formatted(known, known == 1 ? "" : "s", path));
            surroundings.err().flush();
        }
        return new Outcome(
                outcome.library(),
                new Verdict(fresh, outcome.verdict().accounts()),
                outcome.now(),
                outcome.published());
    }

    private String read() throws BuildProblem {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BuildProblem("The baseline `%s` can't be read: %s.".formatted(path, e.getMessage()), e);
        }
    }

    /** Whole or not at all: half a baseline would let half of the old findings return. */
    private void write(String text) throws BuildProblem {
        Path beside = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BuildProblem("The baseline `%s` can't be written: %s.".formatted(path, WritingProblem.why(e)), e);
        }
    }
}
