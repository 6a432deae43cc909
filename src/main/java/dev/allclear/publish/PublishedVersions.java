package dev.allclear.publish;

import dev.allclear.model.Library;
import dev.allclear.model.PublishedVersion;
import dev.allclear.versions.Chain;
import dev.allclear.versions.Version;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the versions in a site's folder say of the record: what no build may contradict. */
public final class PublishedVersions {

    private PublishedVersions() {}

    /**
     * Finds them, oldest first. Nothing is written there, so it need not be a folder that a site can be written to. A
     * version that was withdrawn says nothing any more.
     *
     * @throws PublishProblem if what a version says can't be read, or is not what was released: history that can't be read
     *     can't be kept
     */
    public static List<Predecessor> in(Path site) throws PublishProblem {
        try {
            return in(site, Chain.of(site));
        } catch (IOException e) {
            throw unreadable(site, e);
        }
    }

    /** The same, where the chain has been read already. */
    public static List<Predecessor> in(Path site, Chain chain) throws PublishProblem {
        Path folder = site.resolve(Chain.FOLDER);
        try {
            List<Predecessor> published = new ArrayList<>();
            // Folders without a manifest that can be read come first: they may be versions all the same.
            TreeMap<String, Path> others = new TreeMap<>();
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
                    all.forEach(p -> others.put(String.valueOf(p.getFileName()), p));
                }
            }
            chain.versions().forEach(v -> others.remove(v.name()));
            for (Map.Entry<String, Path> other : others.entrySet()) {
                if (Files.isRegularFile(other.getValue().resolve(Predecessor.RECORD))) {
                    published.add(Predecessor.in(other.getValue(), other.getKey(), Map.of()));
                }
            }
            for (Version version : chain.versions()) {
                if (version.withdrawal() == null) {
                    published.add(Predecessor.in(
                            version.folder(), version.name(), version.manifest().files()));
                }
            }
            return List.copyOf(published);
        } catch (IOException e) {
            throw unreadable(site, e);
        }
    }

    /**
     * What they say to content of today, oldest first.
     *
     * @throws PublishProblem if a record that is needed to say it can't be read, or is not the one that was released
     */
    public static List<PublishedVersion> to(Library library, List<Predecessor> versions) throws PublishProblem {
        try {
            return Predecessor.to(library, versions);
        } catch (IOException e) {
            throw new PublishProblem("The published versions can't be read: %s.".formatted(e.getMessage()), e);
        }
    }

    private static PublishProblem unreadable(Path site, IOException e) {
        return new PublishProblem(
                "The published versions in `%s` can't be read: %s. Restore them from a copy."
                        .formatted(site.resolve(Chain.FOLDER), e.getMessage()),
                e);
    }
}
