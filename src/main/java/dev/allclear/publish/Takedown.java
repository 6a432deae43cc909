package dev.allclear.publish;

import dev.allclear.output.Page;
import dev.allclear.output.Sha256;
import dev.allclear.versions.Chain;
import dev.allclear.versions.Manifest;
import dev.allclear.versions.Sums;
import dev.allclear.versions.Version;
import dev.allclear.versions.Withdrawal;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Takes the contents of a version away and leaves a trace: a notice in the place of each page, the manifest as it was,
 * and the withdrawal beside it.
 */
public final class Takedown implements Addition {

    private final Version version;
    private final Manifest.Previous newest;
    private final Instant at;
    private final String by;
    private final String reason;
    private final List<Page> notices;
    private final List<Page> about;

    /**
     * Prepares it.
     *
     * @param version the version
     * @param newest the newest version
     * @param at the time of the withdrawal
     * @param by the id of the person who withdraws it
     * @param reason why
     * @param notices what stands in the place of each of its pages, by its path in the site
     * @param about what tells of all versions, beside them
     */
    public Takedown(
            Version version,
            Manifest.Previous newest,
            Instant at,
            String by,
            String reason,
            List<Page> notices,
            List<Page> about) {
        this.version = version;
        this.newest = newest;
        this.at = at;
        this.by = by;
        this.reason = reason;
        this.notices = List.copyOf(notices);
        this.about = List.copyOf(about);
    }

    @Override
    public void addTo(Path staged, ExecutorService workers) throws IOException {
        Path folder = staged.resolve(Chain.FOLDER).resolve(version.name());
        removeAllButTheManifest(folder);
        SortedMap<String, String> files = new TreeMap<>();
        for (Page page : notices) {
            byte[] notice = page.content().bytes();
            Files.write(Tasks.place(staged, page.path()), notice, StandardOpenOption.CREATE_NEW);
            files.put(page.path().substring((Chain.FOLDER + "/" + version.name() + "/").length()), Sha256.of(notice));
        }
        byte[] withdrawal = new Withdrawal(version.label(), at, by, reason, version.digest(), newest, files).bytes();
        Files.write(folder.resolve(Withdrawal.FILE), withdrawal, StandardOpenOption.CREATE_NEW);
        Files.write(
                folder.resolve(Sums.FILE),
                Sums.of(files, Map.of(Manifest.FILE, version.digest(), Withdrawal.FILE, Sha256.of(withdrawal))),
                StandardOpenOption.CREATE_NEW);
        for (Page page : about) {
            Path file = Tasks.place(staged, page.path());
            // What stands there is a second name of the old site's file.
            Files.deleteIfExists(file);
            Files.write(file, page.content().bytes(), StandardOpenOption.CREATE_NEW);
        }
    }

    private static void removeAllButTheManifest(Path folder) throws IOException {
        Path manifest = folder.resolve(Manifest.FILE);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(manifest)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException e) throws IOException {
                if (!each.equals(folder)) {
                    Files.delete(each);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
