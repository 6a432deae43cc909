package dev.allclear.read;

import dev.allclear.model.Aim;
import dev.allclear.model.EmergencySources;
import dev.allclear.model.Playbook;
import dev.allclear.model.Reference;
import dev.allclear.output.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds what the emergency edition is made from: the people, the systems, every playbook, and the pictures that the
 * playbooks show. The digests are those of the bytes that were read, so that they can't be of a later state of a file
 * than the text beside them.
 */
final class EmergencyFiles {

    private final SortedMap<String, String> files = new TreeMap<>();

    /** Adds a file of settings; one that says nothing adds nothing. */
    EmergencyFiles with(String path, byte[] bytes) {
        if (bytes.length > 0) {
            files.put(path, Sha256.of(bytes));
        }
        return this;
    }

    EmergencySources with(List<Playbook> playbooks, ContentTree tree, SitePaths paths) throws ContentProblem {
        Map<String, ContentTree.Entry> others = new HashMap<>();
        tree.others().forEach(e -> others.put(paths.of(e.path()), e));
        for (Playbook playbook : playbooks) {
            files.put(playbook.document().path(), playbook.source());
            for (Reference reference : playbook.document().references()) {
                String target = reference.target().strip();
                ContentTree.Entry picture = !reference.image() || Aim.isExternal(target)
                        ? null
                        : others.get(Aim.of(target, playbook.document().page()).path());
                if (picture != null && !files.containsKey(picture.path())) {
                    files.put(picture.path(), digest(picture));
                }
            }
        }
        StringBuilder lines = new StringBuilder();
        files.forEach(
                (path, digest) -> lines.append(digest).append("  ").append(path).append('\n'));
        return new EmergencySources(files, Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String digest(ContentTree.Entry picture) throws ContentProblem {
        try {
            return Sha256.of(picture.file());
        } catch (IOException e) {
            throw new ContentProblem(ContentTree.unreadable(picture.file(), e));
        }
    }
}
