package dev.allclear.git;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The last commit that touched each Markdown file of a folder, as {@code git log -1 -- FILE} says it, in one walk for all
 * files: each file is handed from a commit to the first parent that has it just so, and where no parent has, the commit
 * touched it. Walks that began later stop at commits from which one began before.
 *
 * <p>Where a shallow clone ends nobody knows whether a file was touched there or long before: it then has no last commit.
 */
final class LastCommits {

    private final Repository repository;
    private final String folder;
    private final Map<ObjectId, Map<String, GitCommit>> known = new HashMap<>();

    /**
     * Prepares it.
     *
     * @param folder the folder's path in the repository; empty for all of it
     */
    LastCommits(Repository repository, String folder) {
        this.repository = repository;
        this.folder = folder;
    }

    /** The last commit of each file that stands in the folder at a commit, by path below the folder. */
    synchronized Map<String, GitCommit> at(ObjectId commit) throws IOException {
        Map<String, GitCommit> before = known.get(commit);
        if (before != null) {
            return before;
        }
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            Map<String, GitCommit> found = Collections.unmodifiableMap(new Walk(walk).from(commit));
            known.put(commit.copy(), found);
            return found;
        }
    }

    private final class Walk {

        private final RevWalk commits;
        private final ObjectReader reader;
        private final Set<ObjectId> shallow;
        private final Map<RevCommit, ObjectId> trees = new HashMap<>();
        private final Map<RevCommit, Set<String>> waiting = new HashMap<>();
        private final PriorityQueue<RevCommit> queue = new PriorityQueue<>(
                Comparator.comparingInt(RevCommit::getCommitTime).reversed().thenComparing(RevCommit::name));
        private final Map<String, GitCommit> found = new HashMap<>();

        Walk(RevWalk commits) throws IOException {
            this.commits = commits;
            this.reader = commits.getObjectReader();
            this.shallow = repository.getObjectDatabase().getShallowCommits();
        }

        Map<String, GitCommit> from(ObjectId id) throws IOException {
            RevCommit start = commits.parseCommit(id);
            hand(documents(start), start);
            while (!queue.isEmpty()) {
                RevCommit commit = queue.remove();
                Set<String> paths = waiting.remove(commit);
                if (paths != null && !paths.isEmpty()) {
                    look(commit, paths);
                }
            }
            return found;
        }

        private void look(RevCommit commit, Set<String> paths) throws IOException {
            Map<String, GitCommit> answers = known.get(commit);
            if (answers != null) {
                for (String path : paths) {
                    GitCommit answer = answers.get(path);
                    if (answer != null) {
                        found.put(path, answer);
                    }
                }
                return;
            }
            if (shallow.contains(commit)) {
                return;
            }
            Set<String> other = null;
            for (RevCommit parent : commit.getParents()) {
                commits.parseHeaders(parent);
                Set<String> differing = differing(commit, parent);
                if (other == null) {
                    other = new HashSet<>();
                    for (String path : differing) {
                        if (paths.remove(path)) {
                            other.add(path);
                        }
                    }
                    hand(paths, parent);
                } else {
                    Set<String> same = new HashSet<>(other);
                    same.removeAll(differing);
                    other.removeAll(same);
                    hand(same, parent);
                }
                if (other.isEmpty()) {
                    return;
                }
            }
            GitCommit touched = new GitCommit(commit.name(), Instant.ofEpochSecond(commit.getCommitTime()));
            (other == null ? paths : other).forEach(p -> found.put(p, touched));
        }

        private void hand(Set<String> paths, RevCommit to) {
            if (!paths.isEmpty()) {
                Set<String> there = waiting.putIfAbsent(to, paths);
                if (there == null) {
                    queue.add(to);
                } else {
                    there.addAll(paths);
                }
            }
        }

        private Set<String> differing(RevCommit commit, RevCommit parent) throws IOException {
            ObjectId tree = tree(commit);
            ObjectId before = tree(parent);
            if (tree.equals(before)) {
                return Set.of();
            }
            Set<String> differing = new HashSet<>();
            try (TreeWalk walk = new TreeWalk(reader)) {
                add(walk, tree);
                add(walk, before);
                walk.setRecursive(true);
                walk.setFilter(TreeFilter.ANY_DIFF);
                while (walk.next()) {
                    differing.add(walk.getPathString());
                }
            }
            return differing;
        }

        private void add(TreeWalk walk, ObjectId tree) throws IOException {
            if (tree.equals(ObjectId.zeroId())) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(new CanonicalTreeParser(null, reader, tree));
            }
        }

        private Set<String> documents(RevCommit commit) throws IOException {
            Set<String> paths = new HashSet<>();
            try (TreeWalk walk = new TreeWalk(reader)) {
                add(walk, tree(commit));
                walk.setRecursive(true);
                while (walk.next()) {
                    String path = walk.getPathString();
                    if (FileMode.REGULAR_FILE.equals(walk.getRawMode(0))
                            || FileMode.EXECUTABLE_FILE.equals(walk.getRawMode(0))) {
                        if (path.toLowerCase(Locale.ROOT).endsWith(".md")) {
                            paths.add(path);
                        }
                    }
                }
            }
            return paths;
        }

        /** The tree of the folder in a commit; zero if it is not there. */
        private ObjectId tree(RevCommit commit) throws IOException {
            ObjectId known = trees.get(commit);
            if (known == null) {
                ObjectId tree = treeAt(reader, commit, folder);
                known = tree == null ? ObjectId.zeroId() : tree;
                trees.put(commit, known);
            }
            return known;
        }
    }

    /** The tree of a folder in a commit, or null if there is no such folder. */
    static @Nullable ObjectId treeAt(ObjectReader reader, RevCommit commit, String folder) throws IOException {
        if (folder.isEmpty()) {
            return commit.getTree().copy();
        }
        try (TreeWalk walk = TreeWalk.forPath(reader, folder, commit.getTree())) {
            return walk != null && FileMode.TREE.equals(walk.getRawMode(0)) ? walk.getObjectId(0) : null;
        }
    }
}
