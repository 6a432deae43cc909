package dev.allclear.build;

import dev.allclear.finding.Finding;
import dev.allclear.output.OutputTree;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What came of one round of a build that is repeated.
 *
 * @param tree the site as it is to be shown; null if something stands against it
 * @param proven whether every page can be filled, as far as that is up to the theme
 * @param ready the pages that were filled already, by path: those of the documents that were read anew
 * @param findings what the rules say, sorted; none if it did not come to that
 * @param problem why it did not come to that, or what stands against the site beside the findings; null if nothing does
 * @param documents how many documents were read; 0 if it did not come to that
 * @param readAnew the documents and other files that were read anew, by their paths below the content folder
 * @param same whether it came to the same as the round before, the time of the build aside
 * @param remarks what could not be found out and hinders nothing, in sentences
 */
public record Round(
        @Nullable OutputTree tree,
        boolean proven,
        Map<String, byte[]> ready,
        List<Finding> findings,
        @Nullable Problem problem,
        int documents,
        SortedSet<String> readAnew,
        boolean same,
        List<String> remarks) {

    /**
     * What stops a build beside the rules.
     *
     * @param message one sentence or two
     * @param at where to mend it, such as {@code templates/home.ftlh:12:7}; empty if that is not one place
     */
    public record Problem(String message, String at) {}

    /** Keeps unchangeable copies. */
    public Round {
        ready = Map.copyOf(ready);
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
    }
}
