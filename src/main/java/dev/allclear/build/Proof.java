package dev.allclear.build;

import dev.allclear.versions.Chain;
import dev.allclear.versions.Discrepancy;
import dev.allclear.versions.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the versions in a site's folder, on whatever machine it is. The content is not needed. */
public final class Proof {

    private Proof() {}

    /**
     * The versions of a site.
     *
     * @throws BuildProblem if the folder is not there
     */
    public static Chain chain(Path site) throws BuildProblem {
        if (!Files.isDirectory(site)) {
            throw new BuildProblem(
                    "There is no folder `%s`. Name the site's folder, the one that holds the folder `%s` of the versions."
                            .formatted(site, Chain.FOLDER));
        }
        try {
            return Chain.of(site);
        } catch (IOException e) {
            throw unreadable(site, e);
        }
    }

    /**
     * Verifies all versions of a site.
     *
     * @param anchor the beginning of the digest that one of the manifests must have, or null
     * @throws BuildProblem if there is nothing to verify: that versions are gone must not pass for a proof
     */
    public static Verification.Result verify(Path site, @Nullable String anchor, int jobs, Progress progress)
            throws BuildProblem {
        Chain chain = chain(site);
        if (chain.versions().isEmpty() && chain.breaks().isEmpty()) {
            throw new BuildProblem(
                    "There are no versions in `%s`, so there is nothing to verify. Name the site's folder, the one that holds the folder `%s` of the versions."
                            .formatted(site, Chain.FOLDER));
        }
        try (Workers workers = new Workers(jobs)) {
            // Each file that a manifest names, and the sums beside it.
            int files = chain.versions().stream()
                    .mapToInt(v -> v.expected().size() + 1)
                    .sum();
            Verification.Result result =
                    Verification.of(chain, progress.begin(Stage.VERIFYING, workers.threads(), files));
            if (anchor == null
                    || chain.versions().stream().anyMatch(v -> v.digest().startsWith(anchor))) {
                return result;
            }
            List<Discrepancy> all = new ArrayList<>(result.discrepancies());
            all.add(new Discrepancy(
                    Discrepancy.Kind.CHAIN,
                    "",
                    Chain.FOLDER,
                    "holds no version whose manifest has the digest %s".formatted(anchor)));
            return new Verification.Result(result.versions(), result.files(), all);
        } catch (IOException e) {
            throw unreadable(site, e);
        }
    }

    static BuildProblem unreadable(Path site, IOException e) {
        return new BuildProblem("The versions in `%s` can't be read: %s.".formatted(site, e.getMessage()), e);
    }
}
