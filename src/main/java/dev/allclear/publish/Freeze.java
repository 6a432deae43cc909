package dev.allclear.publish;

import dev.allclear.output.Carried;
import dev.allclear.output.OutputTree;
import dev.allclear.output.Page;
import dev.allclear.output.Sha256;
import dev.allclear.versions.Chain;
import dev.allclear.versions.Manifest;
import dev.allclear.versions.Particulars;
import dev.allclear.versions.Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Puts a version beside the site that it is made with: each of its files, a manifest with their digests, and the sums. A
 * file that the version and the site have in common is one file with two names; builds never write into a file that is
 * there, so it stays what it was when the site moves on.
 */
public final class Freeze implements Addition {

    private final OutputTree site;
    private final OutputTree version;
    private final Chain chain;
    private final Particulars particulars;
    private final boolean hardLinks;
    private final StillTheSame content;

    /** Looks whether the content is still what it was when its digests were taken. */
    public interface StillTheSame {

        /**
         * Looks once more.
         *
         * @throws PublishProblem if it is not
         */
        void check() throws PublishProblem;
    }

    /**
     * Prepares it.
     *
     * @param site the site as it is built
     * @param version the version's files; those pages that the site has too are not made again
     * @param chain the versions that are there
     * @param particulars what the manifest says besides
     * @param hardLinks whether the version may share files with the site
     * @param content asked when everything has been read that the site is made from
     */
    public Freeze(
            OutputTree site,
            OutputTree version,
            Chain chain,
            Particulars particulars,
            boolean hardLinks,
            StillTheSame content) {
        this.site = site;
        this.version = version;
        this.chain = chain;
        this.particulars = particulars;
        this.hardLinks = hardLinks;
        this.content = content;
    }

    @Override
    public void addTo(Path staged, ExecutorService workers) throws IOException, PublishProblem {
        content.check();
        Path folder = staged.resolve(Chain.FOLDER).resolve(particulars.label());
        Set<Page> shared = Collections.newSetFromMap(new IdentityHashMap<>());
        shared.addAll(site.pages());
        Map<String, String> files = new ConcurrentHashMap<>();
        List<Future<?>> tasks = new ArrayList<>();
        for (Page page : version.pages()) {
            tasks.add(workers.submit(() -> {
                files.put(
                        page.path(), shared.contains(page) ? share(staged, folder, page.path()) : write(folder, page));
                return null;
            }));
        }
        for (Carried carried : version.carried()) {
            tasks.add(workers.submit(() -> files.put(carried.path(), share(staged, folder, carried.path()))));
        }
        Tasks.await(tasks);
        byte[] manifest = chain.next(particulars, new TreeMap<>(files)).bytes();
        Files.write(folder.resolve(Manifest.FILE), manifest, StandardOpenOption.CREATE_NEW);
        Files.write(
                folder.resolve(Sums.FILE),
                Sums.of(new TreeMap<>(files), Map.of(Manifest.FILE, Sha256.of(manifest))),
                StandardOpenOption.CREATE_NEW);
    }

    private static String write(Path folder, Page page) throws IOException {
        byte[] bytes = page.content().bytes();
        Files.write(Tasks.place(folder, page.path()), bytes, StandardOpenOption.CREATE_NEW);
        return Sha256.of(bytes);
    }

    private String share(Path staged, Path folder, String path) throws IOException {
        Path place = Tasks.place(folder, path);
        if (hardLinks) {
            SecondName.give(place, staged.resolve(path));
        } else {
            Files.copy(staged.resolve(path), place);
        }
        return Sha256.of(place);
    }
}
