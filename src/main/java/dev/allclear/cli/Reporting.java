package dev.allclear.cli;

import dev.allclear.build.Outcome;
import dev.allclear.check.Rule;
import dev.allclear.check.RuleCard;
import dev.allclear.check.Rulebook;
import dev.allclear.report.Results;
import dev.allclear.report.RuleText;
import dev.allclear.report.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hands an outcome to the reports. */
final class Reporting {

    private Reporting() {}

    static Results results(Outcome outcome, Path content) {
        Map<String, RuleText> rules = new LinkedHashMap<>();
        for (Rule rule : Rulebook.all()) {
            RuleCard card = rule.card();
            rules.put(
                    card.id(),
                    new RuleText(
                            card.id(),
                            card.severity(),
                            card.summary(),
                            card.why(),
                            "Not: " + card.bad().strip() + "\nBut: "
                                    + card.good().strip()));
        }
        return new Results(
                ToolVersion.current(),
                outcome.now(),
                content.toString(),
                outcome.library().documents(),
                outcome.verdict().findings(),
                List.copyOf(outcome.verdict().accounts().values()),
                rules);
    }

    /** The sources beside a content folder: findings name files from its parent on, and templates as the user did. */
    static Sources sources(Path content) {
        Path parent = content.toAbsolutePath().normalize().getParent();
        return file -> {
            Path beside = (parent == null ? content : parent).resolve(file);
            return lines(Files.exists(beside) ? beside : Path.of(file));
        };
    }

    /** Files as the user named them. */
    static Sources files() {
        return file -> lines(Path.of(file));
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.isSymbolicLink(file)) {
                // What it leads to is not the author's, and the finding is that there is a link.
                return List.of();
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return List.of((text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\r|\n", -1));
        } catch (IOException e) {
            return List.of();
        }
    }
}
