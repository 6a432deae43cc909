package dev.allclear.build;

import dev.allclear.git.GitCommit;
import dev.allclear.git.GitProblem;
import dev.allclear.git.GitRepository;
import dev.allclear.model.LastChange;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The last commit that touched each document, by the document's path. */
final class LastChanges {

    private LastChanges() {}

    /** Of a content folder that somebody works in; nothing where there is no repository or no commit. */
    static Map<String, LastChange> around(Path content) throws GitProblem {
        Optional<GitRepository> found = GitRepository.around(content);
        if (found.isEmpty()) {
            return Map.of();
        }
        try (GitRepository repository = found.get()) {
            Optional<GitCommit> head = repository.head();
            if (head.isEmpty()) {
                return Map.of();
            }
            Map<String, GitCommit> commits = repository.lastCommits(head.get());
            return commits.isEmpty() ? Map.of() : changes(commits, repository.changedSince());
        }
    }

    /** Of the content as a commit has it. */
    static Map<String, LastChange> at(GitCommit commit, GitRepository repository) throws GitProblem {
        return changes(repository.lastCommits(commit), Set.of());
    }

    private static Map<String, LastChange> changes(Map<String, GitCommit> commits, Set<String> since) {
        Map<String, LastChange> changes = new HashMap<>();
        commits.forEach(
                (path, commit) -> changes.put(path, new LastChange(commit.id(), commit.at(), since.contains(path))));
        return changes;
    }
}
