package dev.allclear.publish;

import dev.allclear.model.PublishedVersion;
import dev.allclear.output.Sha256;
import dev.allclear.record.RecordJson;
import dev.allclear.versions.Chain;
import dev.allclear.versions.Version;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the versions in a site's folder say of the record: what no build may contradict. */
public final class PublishedVersions {

    /** The record of a site or a version. */
    private static final String RECORD = "record.json";

    private PublishedVersions() {}

    /**
     * Reads them, oldest first. Nothing is written there, so it need not be a folder that a site can be written to. A
     * version that was withdrawn says nothing any more. Only the newest holds the texts of its playbooks.
     *
     * @throws PublishProblem if the record of a version can't be read, or is not the one that was released: history that
     *     can't be read can't be kept
     */
    public static List<PublishedVersion> in(Path site, Chain chain) throws PublishProblem {
        Path folder = site.resolve(Chain.FOLDER);
        try {
            List<PublishedVersion> published = new ArrayList<>();
            Map<String, Version> released = new HashMap<>();
            List<String> order = new ArrayList<>();
            String newest = "";
            for (Version version : chain.versions()) {
                released.put(version.name(), version);
                order.add(version.name());
                newest = version.withdrawal() == null ? version.name() : newest;
            }
            // Folders without a manifest that can be read come first: they may be versions all the same.
            TreeMap<String, Path> others = new TreeMap<>();
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
                    all.forEach(p -> others.put(String.valueOf(p.getFileName()), p));
                }
            }
            others.keySet().removeAll(order);
            for (Map.Entry<String, Path> other : others.entrySet()) {
                if (Files.isRegularFile(other.getValue().resolve(RECORD))) {
                    published.add(read(other.getKey(), other.getValue(), null, false));
                }
            }
            for (String name : order) {
                Version version = released.get(name);
                if (version != null && version.withdrawal() == null) {
                    published.add(read(
                            name, version.folder(), version.manifest().files().get(RECORD), name.equals(newest)));
                }
            }
            return List.copyOf(published);
        } catch (IOException e) {
            throw new PublishProblem(
                    "The published versions in `%s` can't be read: %s. Restore them from a copy."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static PublishedVersion read(String name, Path folder, @Nullable String digest, boolean texts)
            throws PublishProblem, IOException {
        Path record = folder.resolve(RECORD);
        if (!Files.isRegularFile(record)) {
            throw new PublishProblem("The record of the published version `%s` is missing (%s). Restore it from a copy."
                    .formatted(name, record));
        }
        byte[] bytes = Files.readAllBytes(record);
        if (digest != null && !Sha256.of(bytes).equals(digest)) {
            throw new PublishProblem(
                    "The record of the published version `%s` is not the one that was released (%s). Restore it from a copy; `allclear verify` names all that was changed."
                            .formatted(name, record));
        }
        PublishedVersion version = RecordJson.read(name, bytes, texts);
        if (version == null) {
            throw new PublishProblem(
                    "The record of the published version `%s` can't be read (%s). Restore it from a copy."
                            .formatted(name, record));
        }
        return version;
    }
}
