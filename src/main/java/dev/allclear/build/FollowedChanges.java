package dev.allclear.build;

import dev.allclear.git.GitCommit;
import dev.allclear.git.GitProblem;
import dev.allclear.git.GitRepository;
import dev.allclear.model.LastChange;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last commit that touched each document, kept up to date: the history is walked again only when another commit is
 * checked out, and the work tree is compared only where it was touched.
 */
final class FollowedChanges implements AutoCloseable {

    private final Path content;
    private @Nullable GitRepository repository;
    private String state = "";
    private Map<String, GitCommit> commits = Map.of();
    private Set<String> since = new HashSet<>();

    /** What was touched since the work tree was last compared. */
    private final Set<String> touched = new HashSet<>();

    FollowedChanges(Path content) {
        this.content = content;
    }

    /** Says that these documents may hold something else than before. */
    void touch(Collection<String> documents) {
        touched.addAll(documents);
    }

    /** What {@link LastChanges#around} would say. */
    Map<String, LastChange> now() throws GitProblem {
        GitRepository there = repository;
        if (there == null) {
            there = GitRepository.around(content).orElse(null);
            repository = there;
            state = "";
        }
        if (there == null) {
            return Map.of();
        }
        try {
            return changes(there);
        } catch (GitProblem e) {
            close();
            throw e;
        }
    }

    private Map<String, LastChange> changes(GitRepository there) throws GitProblem {
        String current = there.state();
        if (!current.equals(state)) {
            GitCommit head = there.head().orElse(null);
            commits = head == null ? Map.of() : there.lastCommits(head);
            since = commits.isEmpty() ? new HashSet<>() : new HashSet<>(there.changedSince());
            // Whoever writes the index between the two reads is noticed the next time.
            state = current;
        } else if (!commits.isEmpty()) {
            since.removeAll(touched);
            since.addAll(there.changedSince(touched));
        }
        touched.clear();
        Map<String, LastChange> changes = new HashMap<>();
        commits.forEach(
                (path, commit) -> changes.put(path, new LastChange(commit.id(), commit.at(), since.contains(path))));
        return changes;
    }

    /** Whether another commit was checked out, or anything was staged, since the last time. */
    boolean isBehind() {
        try {
            return repository != null && !repository.state().equals(state);
        } catch (GitProblem e) {
            return true;
        }
    }

    @Override
    public void close() {
        if (repository != null) {
            repository.close();
            repository = null;
        }
    }
}
