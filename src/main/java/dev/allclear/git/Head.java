package dev.allclear.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.StatusCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.submodule.SubmoduleWalk.IgnoreSubmoduleMode;

/**
 * The commit that is checked out around a content folder.
 *
 * @param commit its id
 * @param clean whether the content folder is as the commit has it: nothing in it changed, removed, or never committed
 */
public record Head(String commit, boolean clean) {

    /**
     * Looks for a repository from the content folder upward. JGit is not even loaded where there is none.
     *
     * @param content the content folder
     * @param files the files in it that a site is made from
     * @return empty if there is no repository, or no commit in it
     * @throws GitProblem if there is a repository that can't be read
     */
    public static Optional<Head> of(Path content, Set<String> files) throws GitProblem {
        try {
            Path folder = content.toRealPath();
            for (Path each = folder; each != null; each = each.getParent()) {
                if (Files.exists(each.resolve(Constants.DOT_GIT))) {
                    return of(each, each.relativize(folder), files);
                }
            }
            return Optional.empty();
        } catch (IOException | GitAPIException | JGitInternalException | IllegalArgumentException e) {
            throw new GitProblem(
                    "The git repository around `%s` can't be read: %s".formatted(content, e.getMessage()), e);
        }
    }

    private static Optional<Head> of(Path workTree, Path content, Set<String> files)
            throws IOException, GitAPIException {
        OwnSettings.install();
        FileRepositoryBuilder builder = new FileRepositoryBuilder();
        builder.findGitDir(workTree.toFile());
        try (Repository repository =
                OwnSettings.readable(builder.setMustExist(true).build())) {
            ObjectId head = repository.resolve(Constants.HEAD);
            return head == null
                    ? Optional.empty()
                    : Optional.of(new Head(head.name(), isClean(repository, content, files)));
        }
    }

    private static boolean isClean(Repository repository, Path content, Set<String> files)
            throws IOException, GitAPIException {
        String below = content.toString().replace('\\', '/');
        try (Git git = new Git(repository)) {
            StatusCommand command = git.status().setIgnoreSubmodules(IgnoreSubmoduleMode.ALL);
            if (!below.isEmpty()) {
                command.addPath(below);
            }
            Status status = command.call();
            // A file that git ignores is content all the same, and the commit does not have it.
            return !status.hasUncommittedChanges()
                    && asTheIndexHasThem(repository, below)
                    && !holds(status.getUntracked(), below, files)
                    && !holds(status.getIgnoredNotInIndex(), below, files);
        }
    }

    /**
     * Looks at the files that git was told not to look at ({@code --assume-unchanged}, {@code --skip-worktree}): what is
     * released is what they hold. Line ends are not converted, so a file that is the same but for them counts as changed.
     */
    private static boolean asTheIndexHasThem(Repository repository, String below) throws IOException {
        DirCache index = repository.readDirCache();
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            for (int i = 0; i < index.getEntryCount(); i++) {
                DirCacheEntry entry = index.getEntry(i);
                boolean inside = below.isEmpty() || entry.getPathString().startsWith(below + "/");
                if (inside && (entry.isAssumeValid() || entry.isSkipWorkTree())) {
                    Path file = repository.getWorkTree().toPath().resolve(entry.getPathString());
                    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            || !formatter
                                    .idFor(Constants.OBJ_BLOB, Files.readAllBytes(file))
                                    .equals(entry.getObjectId())) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean holds(Collection<String> places, String below, Set<String> files) {
        Set<String> all = new TreeSet<>(places);
        String prefix = below.isEmpty() ? "" : below + "/";
        for (String file : files) {
            String path = prefix + file;
            for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
                if (all.contains(path.substring(0, end))) {
                    return true;
                }
            }
        }
        return false;
    }
}
