package dev.allclear.read;

import dev.allclear.model.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Looks for secrets in the files that travel along: a log, a capture or a settings file is published as it is. What
 * has a NUL in its first 8 KiB is no text; of a text, the first 8 MiB are read.
 */
final class AssetSecrets {

    private static final int SAMPLE = 8 * 1024;

    private AssetSecrets() {}

    /** The secrets of a file, as faults. */
    static List<Fault> in(ContentTree.Entry entry, String content) throws ContentProblem {
        byte[] bytes = text(entry);
        Faults faults = new Faults(Set.of());
        String file = entry.shown(content);
        String utf8 = Source.decode(bytes, file).text();
        Secrets.report(utf8 == null ? new String(bytes, StandardCharsets.ISO_8859_1) : utf8, file, faults);
        return faults.all();
    }

    private static byte[] text(ContentTree.Entry entry) throws ContentProblem {
        try (InputStream in = Files.newInputStream(entry.file())) {
            byte[] sample = in.readNBytes(SAMPLE);
            for (byte each : sample) {
                if (each == 0) {
                    return new byte[0];
                }
            }
            byte[] rest = in.readNBytes((int) LibraryReader.LARGEST - sample.length);
            byte[] all = Arrays.copyOf(sample, sample.length + rest.length);
            System.arraycopy(rest, 0, all, sample.length, rest.length);
            return all;
        } catch (IOException e) {
            throw new ContentProblem(ContentTree.unreadable(entry.file(), e));
        }
    }
}
