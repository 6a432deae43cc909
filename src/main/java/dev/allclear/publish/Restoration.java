package dev.allclear.publish;

import dev.allclear.versions.Chain;
import dev.allclear.versions.Manifest;
import dev.allclear.versions.Sums;
import dev.allclear.versions.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Puts versions that were built aside behind those that are there, in their order. A file that several versions have in
 * common is one file with several names.
 */
public final class Restoration implements Addition {

    private final List<Version> built;
    private final Chain there;
    private final boolean hardLinks;

    /**
     * Prepares it.
     *
     * @param whole the versions that are there, and behind them those that are not yet, wherever their files stand
     * @param there the versions that are there
     * @param hardLinks whether versions may share files
     */
    public Restoration(Chain whole, Chain there, boolean hardLinks) {
        this.built = whole.versions()
                .subList(there.versions().size(), whole.versions().size());
        this.there = there;
        this.hardLinks = hardLinks;
    }

    @Override
    public void addTo(Path staged, ExecutorService workers) throws IOException {
        Map<String, Path> shared = new HashMap<>();
        if (hardLinks) {
            for (Version version : there.versions()) {
                if (version.withdrawal() == null) {
                    Path folder = staged.resolve(Chain.FOLDER).resolve(version.name());
                    version.manifest().files().forEach((path, digest) -> shared.put(digest, folder.resolve(path)));
                }
            }
        }
        for (Version version : built) {
            Path folder = staged.resolve(Chain.FOLDER).resolve(version.label());
            List<Future<?>> tasks = new ArrayList<>();
            Map<String, Path> added = new HashMap<>();
            for (Map.Entry<String, String> file : version.manifest().files().entrySet()) {
                Path other = shared.get(file.getValue());
                Path source = version.folder().resolve(file.getKey());
                Path place = Tasks.place(folder, file.getKey());
                added.putIfAbsent(file.getValue(), place);
                tasks.add(workers.submit(() -> {
                    // What a manifest says of a file is no proof of what is in it.
                    if (other != null
                            && Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS)
                            && Files.mismatch(other, source) < 0) {
                        SecondName.give(place, other);
                    } else {
                        Files.copy(source, place);
                    }
                    return null;
                }));
            }
            Tasks.await(tasks);
            if (hardLinks) {
                added.forEach(shared::putIfAbsent);
            }
            Files.write(folder.resolve(Manifest.FILE), version.manifest().bytes(), StandardOpenOption.CREATE_NEW);
            Files.write(
                    folder.resolve(Sums.FILE),
                    Sums.of(version.manifest().files(), Map.of(Manifest.FILE, version.digest())),
                    StandardOpenOption.CREATE_NEW);
        }
    }
}
