package dev.allclear.publish;

import dev.allclear.output.Sha256;
import dev.allclear.versions.Chain;
import dev.allclear.versions.Manifest;
import dev.allclear.versions.Manifest.Previous;
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

    private final List<BuiltVersion> built;
    private final Chain chain;
    private final boolean hardLinks;

    /**
     * Prepares it.
     *
     * @param built the versions, oldest first
     * @param chain the versions that are there
     * @param hardLinks whether versions may share files
     */
    public Restoration(List<BuiltVersion> built, Chain chain, boolean hardLinks) {
        this.built = List.copyOf(built);
        this.chain = chain;
        this.hardLinks = hardLinks;
    }

    @Override
    public void addTo(Path staged, ExecutorService workers) throws IOException {
        Map<String, Path> there = new HashMap<>();
        if (hardLinks) {
            for (Version version : chain.versions()) {
                if (version.withdrawal() == null) {
                    Path folder = staged.resolve(Chain.FOLDER).resolve(version.name());
                    version.manifest().files().forEach((path, digest) -> there.put(digest, folder.resolve(path)));
                }
            }
        }
        Manifest before = chain.newest().map(Version::manifest).orElse(null);
        Previous link = chain.newest().map(Version::link).orElse(null);
        for (BuiltVersion version : built) {
            Path folder =
                    staged.resolve(Chain.FOLDER).resolve(version.particulars().label());
            List<Future<?>> tasks = new ArrayList<>();
            Map<String, Path> added = new HashMap<>();
            for (Map.Entry<String, String> file : version.files().entrySet()) {
                Path shared = there.get(file.getValue());
                Path source = version.folder().resolve(file.getKey());
                Path place = Tasks.place(folder, file.getKey());
                added.putIfAbsent(file.getValue(), place);
                tasks.add(workers.submit(() -> {
                    // What a manifest says of a file is no proof of what is in it.
                    if (shared != null
                            && Files.isRegularFile(shared, LinkOption.NOFOLLOW_LINKS)
                            && Files.mismatch(shared, source) < 0) {
                        SecondName.give(place, shared);
                    } else {
                        Files.copy(source, place);
                    }
                    return null;
                }));
            }
            Tasks.await(tasks);
            if (hardLinks) {
                added.forEach(there::putIfAbsent);
            }
            before = chain.next(version.particulars(), version.files(), before, link);
            byte[] manifest = before.bytes();
            String digest = Sha256.of(manifest);
            link = new Previous(version.particulars().label(), digest);
            Files.write(folder.resolve(Manifest.FILE), manifest, StandardOpenOption.CREATE_NEW);
            Files.write(
                    folder.resolve(Sums.FILE),
                    Sums.of(version.files(), Map.of(Manifest.FILE, digest)),
                    StandardOpenOption.CREATE_NEW);
        }
    }
}
