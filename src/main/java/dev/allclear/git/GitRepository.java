package dev.allclear.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.submodule.SubmoduleWalk.IgnoreSubmoduleMode;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * A repository and the content folder in it. Nothing is ever written to it: neither its work tree nor its index nor its
 * objects.
 */
public final class GitRepository implements AutoCloseable {

    private final Repository repository;
    private final Path place;
    private final String folder;
    private final LastCommits lastCommits;

    private GitRepository(Repository repository, Path place, String folder) {
        this.repository = repository;
        this.place = place;
        this.folder = folder;
        this.lastCommits = new LastCommits(repository, folder);
    }

    /**
     * Looks for a repository from a content folder upward. JGit is not even loaded where there is none.
     *
     * @param content the content folder
     * @return empty if there is none
     * @throws GitProblem if there is one that can't be read
     */
    public static Optional<GitRepository> around(Path content) throws GitProblem {
        try {
            Path real = content.toRealPath();
            for (Path each = real; each != null; each = each.getParent()) {
                if (Files.exists(each.resolve(Constants.DOT_GIT))) {
                    return Optional.of(open(each, slashes(each.relativize(real))));
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(content, e);
        }
    }

    /**
     * Opens a repository.
     *
     * @param place a bare repository, a folder {@code .git}, or the folder that holds one
     * @param folder the content folder's path in the repository; empty for all of it
     * @throws GitProblem if there is no repository, or none that can be read
     */
    public static GitRepository at(Path place, String folder) throws GitProblem {
        try {
            OwnSettings.install();
            Path real = Files.exists(place) ? place.toRealPath() : place;
            boolean bare = RepositoryCache.FileKey.isGitRepository(real.toFile(), FS.DETECTED);
            if (!bare && !Files.exists(real.resolve(Constants.DOT_GIT))) {
                throw new GitProblem("There is no git repository in `%s`".formatted(place));
            }
            return bare
                    ? new GitRepository(
                            OwnSettings.readable(new FileRepositoryBuilder()
                                    .setGitDir(real.toFile())
                                    .setMustExist(true)
                                    .build()),
                            place,
                            folder)
                    : open(real, folder);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(place, e);
        }
    }

    private static GitRepository open(Path workTree, String folder) throws IOException {
        OwnSettings.install();
        FileRepositoryBuilder builder = new FileRepositoryBuilder();
        builder.findGitDir(workTree.toFile());
        return new GitRepository(OwnSettings.readable(builder.setMustExist(true).build()), workTree, folder);
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** The content folder's path in the repository; empty if it is all of it. */
    public String folder() {
        return folder;
    }

    /** The commit that is checked out, or that a bare repository's {@code HEAD} names; empty if there is none yet. */
    public Optional<GitCommit> head() throws GitProblem {
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId head = repository.resolve(Constants.HEAD);
            return head == null ? Optional.empty() : Optional.of(commit(walk.parseCommit(head)));
        } catch (MissingObjectException e) {
            throw missing("HEAD", e);
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    /** The tags whose names match, by name. */
    public List<GitTag> tags(TagPatterns patterns) throws GitProblem {
        List<GitTag> tags = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
                String name = ref.getName().substring(Constants.R_TAGS.length());
                ObjectId id = ref.getObjectId();
                if (id != null && patterns.match(name)) {
                    RevObject object;
                    try {
                        object = walk.peel(walk.parseAny(id));
                    } catch (MissingObjectException e) {
                        throw missing("tag `" + name + "`", e);
                    }
                    tags.add(new GitTag(name, object instanceof RevCommit commit ? commit(commit) : null));
                }
            }
        } catch (IOException e) {
            throw unreadable(place, e);
        }
        tags.sort(Comparator.comparing(GitTag::name));
        return tags;
    }

    /** Whether it has any tag at all. */
    public boolean hasTags() throws GitProblem {
        try {
            return !repository
                    .getRefDatabase()
                    .getRefsByPrefix(Constants.R_TAGS)
                    .isEmpty();
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    /** The commits at which a shallow clone ends; none if it is whole. */
    public Set<String> boundary() throws GitProblem {
        try {
            Set<String> ids = new TreeSet<>();
            repository.getObjectDatabase().getShallowCommits().forEach(c -> ids.add(c.name()));
            return ids;
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    /** Whether one commit is an ancestor of another, as far as this clone knows. */
    public boolean precedes(GitCommit one, GitCommit other) throws GitProblem {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(
                    walk.parseCommit(ObjectId.fromString(one.id())), walk.parseCommit(ObjectId.fromString(other.id())));
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    /**
     * The content folder as a commit has it; empty if there is no such folder.
     *
     * @param named how messages name the commit, such as {@code tag `v1`}
     * @throws GitProblem if it is not all there, or holds what can't be taken out of a repository
     */
    public Optional<CommittedFolder> content(GitCommit commit, String named) throws GitProblem {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit parsed = walk.parseCommit(ObjectId.fromString(commit.id()));
            ObjectId tree = LastCommits.treeAt(walk.getObjectReader(), parsed, folder);
            return tree == null
                    ? Optional.empty()
                    : Optional.of(CommittedFolder.of(repository, tree, named, e -> missing(named, e)));
        } catch (MissingObjectException e) {
            throw missing(named, e);
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    /**
     * The last commit that touched each Markdown file of the content folder as a commit has it, by path below the folder.
     * A file that was last touched where a shallow clone no longer knows it is not among them.
     */
    public Map<String, GitCommit> lastCommits(GitCommit commit) throws GitProblem {
        try {
            return lastCommits.at(ObjectId.fromString(commit.id()));
        } catch (MissingObjectException e) {
            throw missing("commit " + commit.id(), e);
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    /**
     * What tells the state of the repository from any other: as long as it is the same, the same commit is checked out, and
     * only the work tree can have changed.
     */
    public String state() throws GitProblem {
        try {
            ObjectId head = repository.resolve(Constants.HEAD);
            Path index = repository.getIndexFile().toPath();
            String staged = Files.exists(index)
                    ? Files.getLastModifiedTime(index) + " " + Files.size(index) + " "
                            + Files.readAttributes(index, BasicFileAttributes.class)
                                    .fileKey()
                    : "";
            return (head == null ? "" : head.name()) + " " + staged;
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    /** The files of the content folder whose state in the work tree is not that of the commit that is checked out. */
    public Set<String> changedSince() throws GitProblem {
        return changedSince(folder.isEmpty() ? TreeFilter.ALL : PathFilter.create(folder));
    }

    /** Those of these files of the content folder. */
    public Set<String> changedSince(Collection<String> files) throws GitProblem {
        return files.isEmpty()
                ? Set.of()
                : changedSince(PathFilterGroup.createFromStrings(files.stream()
                        .map(f -> folder.isEmpty() ? f : folder + "/" + f)
                        .toList()));
    }

    private Set<String> changedSince(TreeFilter filter) throws GitProblem {
        try {
            IndexDiff diff = new IndexDiff(repository, Constants.HEAD, new FileTreeIterator(repository));
            diff.setIgnoreSubmoduleMode(IgnoreSubmoduleMode.ALL);
            diff.setFilter(filter);
            diff.diff();
            Set<String> changed = new HashSet<>();
            for (Set<String> some :
                    List.of(diff.getModified(), diff.getChanged(), diff.getAdded(), diff.getConflicting())) {
                for (String path : some) {
                    changed.add(folder.isEmpty() ? path : path.substring(folder.length() + 1));
                }
            }
            return changed;
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    private static GitCommit commit(RevCommit commit) {
        return new GitCommit(commit.name(), Instant.ofEpochSecond(commit.getCommitTime()));
    }

    private GitProblem missing(String named, MissingObjectException e) {
        String what = "The content of %s is not in this clone".formatted(named);
        if (isShallow()) {
            return new GitProblem(what + ", which is shallow. Fetch it: `git fetch --unshallow --tags`", e);
        }
        boolean partial = repository.getConfig().getString("extensions", null, "partialclone") != null
                || repository.getConfig().getSubsections("remote").stream()
                        .anyMatch(r -> repository.getConfig().getBoolean("remote", r, "promisor", false));
        return new GitProblem(
                partial
                        ? what
                                + ", which was made with --filter. Clone it again without, or fetch it all: `git fetch --refetch --tags`"
                        : what
                                + " (object %s is missing). Fetch it (`git fetch --unshallow --tags` if it is shallow), or clone again"
                                        .formatted(
                                                e.getObjectId() == null
                                                        ? "?"
                                                        : e.getObjectId().name()),
                e);
    }

    private boolean isShallow() {
        File own = repository.getDirectory();
        File common = repository.getCommonDirectory();
        return Files.exists(own.toPath().resolve("shallow"))
                || (common != null && Files.exists(common.toPath().resolve("shallow")));
    }

    private static GitProblem unreadable(Path place, @Nullable Exception e) {
        return new GitProblem(
                "The git repository of `%s` can't be read: %s".formatted(place, e == null ? "" : e.getMessage()),
                e == null ? new IOException() : e);
    }

    @Override
    public void close() {
        repository.close();
    }
}
