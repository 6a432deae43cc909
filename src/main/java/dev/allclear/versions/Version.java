package dev.allclear.versions;

import dev.allclear.output.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A version as it stands on a disk.
 *
 * @param folder where it stands
 * @param manifest what its manifest says
 * @param digest the SHA-256 of the manifest's bytes
 * @param withdrawal that it was withdrawn, or null
 * @param withdrawalDigest the SHA-256 of the withdrawal's bytes, or empty
 */
public record Version(
        Path folder,
        Manifest manifest,
        String digest,
        @Nullable Withdrawal withdrawal,
        String withdrawalDigest) {

    /** Reads one that stands by itself; empty if there is no manifest in the folder that can be read. */
    public static Optional<Version> read(Path folder) throws IOException {
        Path file = folder.resolve(Manifest.FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            return Optional.of(new Version(folder, ManifestJson.manifest(bytes), Sha256.of(bytes), null, ""));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /** The version's label, as the manifest has it. */
    public String label() {
        return manifest.label();
    }

    /** The name of its folder, which is the label unless somebody moved it. */
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    /** As a link of the chain. */
    public Manifest.Previous link() {
        return new Manifest.Previous(label(), digest);
    }

    /** The digest of every file that must stand in its folder, by path, {@code SHA256SUMS} aside. */
    public SortedMap<String, String> expected() {
        SortedMap<String, String> files = new TreeMap<>(withdrawal == null ? manifest.files() : withdrawal.files());
        files.putAll(ownFiles());
        return files;
    }

    /** What its {@code SHA256SUMS} must hold. */
    byte[] sums() {
        return Sums.of(withdrawal == null ? manifest.files() : withdrawal.files(), ownFiles());
    }

    private Map<String, String> ownFiles() {
        return withdrawal == null
                ? Map.of(Manifest.FILE, digest)
                : Map.of(Manifest.FILE, digest, Withdrawal.FILE, withdrawalDigest);
    }
}
