package dev.allclear.build;

import dev.allclear.external.AnswerCache;
import dev.allclear.external.LinkProbe;
import dev.allclear.external.Progress;
import dev.allclear.model.Library;
import dev.allclear.model.Reachability;
import dev.allclear.model.Reference;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Asks other sites about the links of a library.
 *
 * @param probe who asks
 * @param cache what was answered lately
 * @param progress is told how far it has come
 */
public record ExternalLinks(LinkProbe probe, AnswerCache cache, Progress progress) {

    /** What is said of each address of http or https that a document links to. */
    Map<String, Reachability> answers(Library library) throws BuildProblem {
        TreeSet<String> addresses = new TreeSet<>();
        library.everyDocument()
                .forEach(document -> document.references().stream()
                        .map(Reference::webAddress)
                        .filter(a -> !a.isEmpty())
                        .forEach(addresses::add));
        Map<String, Reachability> answers = new TreeMap<>(cache.known(addresses));
        addresses.removeAll(answers.keySet());
        if (!addresses.isEmpty()) {
            Map<String, Reachability> fresh = probe.ask(addresses, progress);
            answers.putAll(fresh);
            try {
                cache.keep(fresh);
            } catch (IOException e) {
                throw new BuildProblem(
                        "The answers of other sites can't be kept: %s. Name another file with --external-cache FILE."
                                .formatted(e.getMessage()),
                        e);
            }
        }
        return answers;
    }
}
