package dev.allclear.versions;

import dev.allclear.output.Sha256;
import dev.allclear.versions.Discrepancy.Kind;
import dev.allclear.versions.Manifest.Previous;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a site's folder in the order in which they were released. Each manifest holds the digest of the one
 * before: what was released can't be changed without changing all that came later.
 */
public final class Chain {

    /** The folder of the versions in a site's folder. */
    public static final String FOLDER = "v";

    /** Enough for four hundred thousand files: what is larger was not written by us, and would fill the memory. */
    static final long LARGEST = 64L << 20;

    private static final Comparator<Version> ORDER = Comparator.comparingInt(
                    (Version v) -> v.manifest().number())
            .thenComparing(v -> v.manifest().released())
            .thenComparing(Version::label)
            .thenComparing(Version::name);

    private final List<Version> versions = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Discrepancy> breaks = new ArrayList<>();
    private final Map<String, Version> byLabel = new HashMap<>();

    private Chain() {}

    /** Reads the manifests of a site's folder; none if there are no versions. */
    public static Chain of(Path site) throws IOException {
        Chain chain = new Chain();
        Path folder = site.resolve(FOLDER);
        if (Files.isSymbolicLink(folder)) {
            // Versions that stand elsewhere are not published together with the site, and who may write there is not
            // known.
            chain.breaks.add(new Discrepancy(
                    Kind.LINK, "", FOLDER, "is a symbolic link, where the folder of the versions must stand"));
        } else if (Files.exists(folder) && !Files.isDirectory(folder)) {
            chain.breaks.add(new Discrepancy(
                    Kind.CHANGED, "", FOLDER, "is a file, where the folder of the versions must stand"));
        }
        if (Files.isDirectory(folder)) {
            List<Path> found = new ArrayList<>();
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
                all.forEach(found::add);
            }
            found.sort(Comparator.comparing(p -> String.valueOf(p.getFileName())));
            for (Path each : found) {
                chain.read(each);
            }
            chain.versions.sort(ORDER);
            chain.link();
        }
        return chain;
    }

    /** The versions whose manifests can be read, oldest first. */
    public List<Version> versions() {
        return List.copyOf(versions);
    }

    /** Where manifests can't be read or do not follow from each other. */
    public List<Discrepancy> breaks() {
        return List.copyOf(breaks);
    }

    /** The version that was released last. */
    public Optional<Version> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** The version with this label. */
    public Optional<Version> version(String label) {
        return Optional.ofNullable(byLabel.get(label));
    }

    /** What stands where a version with this label would, letter case aside. */
    public Optional<String> inTheWayOf(String label) {
        return names.stream()
                .filter(n -> n.toLowerCase(Locale.ROOT).equals(label))
                .findFirst();
    }

    /** The number of the version that comes next. */
    public int nextNumber() {
        return newest().map(v -> v.manifest().number() + 1).orElse(1);
    }

    /** The manifest of the version that comes next. */
    public Manifest next(Particulars particulars, SortedMap<String, String> files) {
        Version newest = newest().orElse(null);
        SortedMap<String, String> withdrawn = new TreeMap<>();
        for (Version version : versions) {
            if (version.withdrawal() != null) {
                withdrawn.put(version.label(), version.withdrawalDigest());
            }
        }
        return new Manifest(
                particulars.label(),
                nextNumber(),
                particulars.released(),
                particulars.tool(),
                newest == null ? null : newest.link(),
                particulars.commit(),
                particulars.counts(),
                withdrawn,
                particulars.content(),
                files);
    }

    /**
     * The same chain with a version behind its newest one, wherever its files stand.
     *
     * @param manifest the one that {@link #next} gave
     */
    public Chain with(Path folder, Manifest manifest) {
        Chain chain = new Chain();
        Version version = new Version(folder, manifest, Sha256.of(manifest.bytes()), null, "");
        chain.versions.addAll(versions);
        chain.versions.add(version);
        chain.names.addAll(names);
        chain.names.add(version.label());
        chain.breaks.addAll(breaks);
        chain.byLabel.putAll(byLabel);
        chain.byLabel.put(version.label(), version);
        return chain;
    }

    private void read(Path folder) {
        String name = String.valueOf(folder.getFileName());
        names.add(name);
        if (Files.isSymbolicLink(folder)) {
            add(Kind.LINK, name, "", "is a symbolic link, where the folder of a version stood");
            return;
        }
        if (!Files.isDirectory(folder)) {
            return;
        }
        byte[] bytes = bytes(folder, name, Manifest.FILE, true);
        if (bytes == null) {
            return;
        }
        Manifest manifest;
        try {
            manifest = ManifestJson.manifest(bytes);
        } catch (Unreadable e) {
            add(Kind.UNREADABLE, name, Manifest.FILE, "can't be read as a manifest: " + e.why());
            return;
        }
        byte[] taken = bytes(folder, name, Withdrawal.FILE, false);
        Withdrawal withdrawal = null;
        String digest = "";
        if (taken != null) {
            try {
                withdrawal = ManifestJson.withdrawal(taken);
                digest = Sha256.of(taken);
            } catch (Unreadable e) {
                add(Kind.UNREADABLE, name, Withdrawal.FILE, "can't be read as a withdrawal: " + e.why());
            }
        }
        versions.add(new Version(folder, manifest, Sha256.of(bytes), withdrawal, digest));
    }

    private byte @Nullable [] bytes(Path folder, String name, String file, boolean needed) {
        Path path = folder.resolve(file);
        if (Files.isSymbolicLink(path)) {
            add(Kind.LINK, name, file, "is a symbolic link");
            return null;
        }
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            if (needed) {
                add(Kind.REMOVED, name, file, "is not there, so this folder is no version");
            }
            return null;
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            add(Kind.CHANGED, name, file, "is not a file");
            return null;
        }
        try {
            if (Files.size(path) > LARGEST) {
                add(Kind.UNREADABLE, name, file, "is larger than 64 MB, which no release writes");
                return null;
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            add(Kind.UNREADABLE, name, file, "can't be read");
            return null;
        }
    }

    private void link() {
        for (Version version : versions) {
            // A copy under another name must not stand in for the one in its place.
            if (version.label().equals(version.name())) {
                byLabel.put(version.label(), version);
            }
        }
        versions.forEach(v -> byLabel.putIfAbsent(v.label(), v));
        Map<String, Version> follower = new HashMap<>();
        Set<String> gaps = new HashSet<>();
        for (Version version : versions) {
            if (!version.label().equals(version.name())) {
                broken(version, "is the manifest of version `%s`".formatted(version.label()));
                if (!version.equals(byLabel.get(version.label()))) {
                    continue;
                }
            }
            Previous previous = version.manifest().previous();
            Version other = follower.putIfAbsent(previous == null ? "" : previous.label(), version);
            if (other != null) {
                broken(
                        version,
                        previous == null
                                ? "names no version before it, and neither does version `%s`".formatted(other.label())
                                : "follows version `%s`, and so does version `%s`"
                                        .formatted(previous.label(), other.label()));
            }
            if (previous == null) {
                if (version.manifest().number() != 1) {
                    broken(
                            version,
                            "is number %d and names no version before it"
                                    .formatted(version.manifest().number()));
                }
            } else {
                follows(version, previous, gaps);
            }
            version.manifest().withdrawn().forEach((label, digest) -> wasWithdrawn(version, label, digest));
        }
    }

    private void follows(Version version, Previous previous, Set<String> gaps) {
        Version before = byLabel.get(previous.label());
        if (before == null) {
            boolean unreadable = names.contains(previous.label());
            if (!unreadable && gaps.add(previous.label())) {
                add(
                        Kind.GAP,
                        previous.label(),
                        "",
                        "is not there, and version `%s` follows it".formatted(version.label()));
            }
        } else if (!before.digest().equals(previous.digest())) {
            broken(
                    version,
                    "does not follow from version `%s`: it names the digest %s, and the manifest there has %s"
                            .formatted(before.label(), shortened(previous.digest()), shortened(before.digest())));
        } else if (version.manifest().number() != before.manifest().number() + 1) {
            broken(
                    version,
                    "is number %d and follows version `%s`, which is number %d"
                            .formatted(
                                    version.manifest().number(),
                                    before.label(),
                                    before.manifest().number()));
        } else if (version.manifest().released().isBefore(before.manifest().released())) {
            broken(
                    version,
                    "was released on %s, before version `%s`, which it follows"
                            .formatted(version.manifest().released(), before.label()));
        }
    }

    private void wasWithdrawn(Version by, String label, String digest) {
        Version version = byLabel.get(label);
        if (version == null) {
            return;
        }
        if (version.withdrawal() == null) {
            // One that can't be read has been reported already.
            if (Files.notExists(version.folder().resolve(Withdrawal.FILE), LinkOption.NOFOLLOW_LINKS)) {
                add(
                        Kind.REMOVED,
                        version.name(),
                        Withdrawal.FILE,
                        "is not there, and version `%s` says that this one was withdrawn".formatted(by.label()));
            }
        } else if (!version.withdrawalDigest().equals(digest)) {
            add(
                    Kind.CHANGED,
                    version.name(),
                    Withdrawal.FILE,
                    "is not the withdrawal that version `%s` knows".formatted(by.label()));
        }
    }

    private void broken(Version version, String message) {
        add(Kind.CHAIN, version.name(), Manifest.FILE, message);
    }

    private void add(Kind kind, String name, String file, String message) {
        breaks.add(new Discrepancy(kind, name, FOLDER + "/" + name + (file.isEmpty() ? "" : "/" + file), message));
    }

    /** Enough of a digest to tell it from others. */
    private static String shortened(String digest) {
        return digest.substring(0, Math.min(12, digest.length())) + "…";
    }
}
