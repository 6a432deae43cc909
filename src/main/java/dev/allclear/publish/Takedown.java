package dev.allclear.publish;

import dev.allclear.output.Page;
import dev.allclear.output.Sha256;
import dev.allclear.output.SitePath;
import dev.allclear.versions.Chain;
import dev.allclear.versions.Manifest;
import dev.allclear.versions.Sums;
import dev.allclear.versions.Version;
import dev.allclear.versions.Withdrawal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    private final String name;
    private final String reason;
    private final List<Page> about;

    /**
     * Prepares it.
     *
     * @param version the version
     * @param newest the newest version
     * @param at the time of the withdrawal
     * @param by the id of the person who withdraws it
     * @param name that person's name, for readers
     * @param reason why
     * @param about what tells of all versions, beside them
     */
    public Takedown(
            Version version,
            Manifest.Previous newest,
            Instant at,
            String by,
            String name,
            String reason,
            List<Page> about) {
        this.version = version;
        this.newest = newest;
        this.at = at;
        this.by = by;
        this.name = name;
        this.reason = reason;
        this.about = List.copyOf(about);
    }

    @Override
    public void addTo(Path staged, ExecutorService workers) throws IOException {
        Path folder = staged.resolve(Chain.FOLDER).resolve(version.name());
        removeAllButTheManifest(folder);
        SortedMap<String, String> files = new TreeMap<>();
        for (String path : version.manifest().files().keySet()) {
            if (path.endsWith(".html")) {
                byte[] notice = notice(path).getBytes(StandardCharsets.UTF_8);
                Files.write(Tasks.place(folder, path), notice, StandardOpenOption.CREATE_NEW);
                files.put(path, Sha256.of(notice));
            }
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

    private String notice(String path) {
        String place = Chain.FOLDER + "/" + version.name() + "/" + path;
        String home = SitePath.relative(place, "index.html");
        String all = SitePath.relative(place, Chain.FOLDER + "/index.html");
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>Version %1$s was withdrawn</title>
                <style>
                body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color-scheme: light dark; }
                dt { font-weight: bold; }
                dd { margin: 0 0 0.5rem; white-space: pre-line; }
                </style>
                </head>
                <body>
                <main>
                <h1>Version %1$s was withdrawn</h1>
                <p>What stood on this page is no longer published.</p>
                <dl>
                <dt>Released</dt>
                <dd>%2$s</dd>
                <dt>Withdrawn</dt>
                <dd>%3$s by %4$s</dd>
                <dt>Reason</dt>
                <dd>%5$s</dd>
                </dl>
                <p><a href="%6$s">The newest pages</a>. <a href="%7$s">All versions</a>.</p>
                </main>
                </body>
                </html>
                """.formatted(
                        escape(version.label()),
                        day(version.manifest().released()),
                        day(at),
                        escape(name),
                        escape(reason),
                        escape(home),
                        escape(all));
    }

    private static String day(Instant time) {
        return time.truncatedTo(ChronoUnit.DAYS).toString().substring(0, "2026-03-14".length()) + " (UTC)";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
