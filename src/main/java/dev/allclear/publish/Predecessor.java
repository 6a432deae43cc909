package dev.allclear.publish;

import dev.allclear.model.Incident;
import dev.allclear.model.Library;
import dev.allclear.model.PublishedIncident;
import dev.allclear.model.PublishedVersion;
import dev.allclear.output.Sha256;
import dev.allclear.record.History;
import dev.allclear.record.HistoryJson;
import dev.allclear.record.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A published version, as later content is held against it: by digests, and by what its record says only where they differ.
 *
 * @param label its label
 * @param history what may not be contradicted
 * @param record where its record stands
 * @param digest the SHA-256 that the record must have, or null if nothing says it
 */
public record Predecessor(
        String label,
        History history,
        Path record,
        @Nullable String digest) {

    /** The file of the digests. */
    public static final String HISTORY = "history.json";

    /** The file of the record. */
    static final String RECORD = "record.json";

    /**
     * Reads that of a version in its folder.
     *
     * @param files the digest of each of its files; empty if nothing says them
     * @throws PublishProblem if it is not what was released: history that can't be read can't be kept
     */
    public static Predecessor in(Path folder, String label, Map<String, String> files)
            throws PublishProblem, IOException {
        Path record = folder.resolve(RECORD);
        String digest = files.get(RECORD);
        if (!Files.isRegularFile(record, LinkOption.NOFOLLOW_LINKS)) {
            throw missing("record", label, record);
        }
        String wanted = files.get(HISTORY);
        if (wanted == null) {
            // An older tool made it, or nobody says what it held: then only the whole record tells.
            return new Predecessor(label, History.of(whole(label, record, digest, false)), record, digest);
        }
        Path file = folder.resolve(HISTORY);
        History history = HistoryJson.read(bytes("history", label, file, wanted));
        if (history == null) {
            throw unreadable("history", label, file);
        }
        return new Predecessor(label, history, record, digest);
    }

    /**
     * What these versions, oldest first, say to content of today. Decisions are told only of incidents that do not begin with
     * them any more, and of each incident by the first version that holds what was changed.
     */
    public static List<PublishedVersion> to(Library library, List<Predecessor> versions)
            throws PublishProblem, IOException {
        List<PublishedVersion> said = new ArrayList<>();
        Set<String> told = new HashSet<>();
        // A log is the same as far as it went in most versions: each length is looked at once.
        Map<String, Set<String>> kept = new LinkedHashMap<>();
        for (Predecessor version : versions) {
            Map<String, PublishedIncident> incidents = new LinkedHashMap<>();
            Set<String> differing = new HashSet<>();
            version.history().logs().forEach((id, head) -> {
                List<dev.allclear.model.Decision> today =
                        library.incident(id).map(Incident::decisions).orElse(List.of());
                Set<String> heads = kept.computeIfAbsent(id, i -> new HashSet<>());
                if (!told.contains(id) && !heads.contains(head.digest())) {
                    if (head.isHeadOf(today)) {
                        heads.add(head.digest());
                    } else {
                        differing.add(id);
                    }
                }
            });
            if (!differing.isEmpty()) {
                whole(version.label(), version.record(), version.digest(), false)
                        .incidents()
                        .forEach((id, incident) -> {
                            if (differing.contains(id)) {
                                incidents.put(id, incident);
                            }
                        });
                if (!incidents.keySet().containsAll(differing)) {
                    throw unreadable("record", version.label(), version.record());
                }
                told.addAll(differing);
            }
            said.add(version.with(incidents));
        }
        return List.copyOf(said);
    }

    /**
     * All that its record says, the texts of its playbooks too.
     *
     * @throws PublishProblem if the record can't be read, or is not the one that was released
     */
    public PublishedVersion whole() throws PublishProblem {
        try {
            return whole(label, record, digest, true);
        } catch (IOException e) {
            throw unreadable("record", label, record);
        }
    }

    /** Which playbooks it holds, without having read its record. */
    public PublishedVersion inShort() {
        return with(Map.of());
    }

    private PublishedVersion with(Map<String, PublishedIncident> incidents) {
        return new PublishedVersion(label, incidents, history.playbooks(), null, Map.of());
    }

    private static PublishedVersion whole(String label, Path record, @Nullable String digest, boolean texts)
            throws PublishProblem, IOException {
        PublishedVersion version = RecordJson.read(label, bytes("record", label, record, digest), texts);
        if (version == null) {
            throw unreadable("record", label, record);
        }
        return version;
    }

    private static byte[] bytes(String what, String label, Path file, @Nullable String digest)
            throws PublishProblem, IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw missing(what, label, file);
        }
        // What was put in its place may be of any size: it is looked at before it is read.
        if (digest != null && !Sha256.of(file).equals(digest)) {
            throw new PublishProblem(
                    "The %s of the published version `%s` is not the one that was released (%s). Restore it from a copy; `allclear verify` names all that was changed."
                            .formatted(what, label, file));
        }
        return Files.readAllBytes(file);
    }

    private static PublishProblem missing(String what, String label, Path file) {
        return new PublishProblem("The %s of the published version `%s` is missing (%s). Restore it from a copy."
                .formatted(what, label, file));
    }

    private static PublishProblem unreadable(String what, String label, Path file) {
        return new PublishProblem("The %s of the published version `%s` can't be read (%s). Restore it from a copy."
                .formatted(what, label, file));
    }
}
