package dev.allclear.versions;

import dev.allclear.output.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code SHA256SUMS}: the same digests once more, in the form that {@code sha256sum -c} reads. */
public final class Sums {

    /** The name of its file. */
    public static final String FILE = "SHA256SUMS";

    private Sums() {}

    /**
     * The file's bytes.
     *
     * @param files the digest of each file, by its path
     * @param more files that are not among them
     */
    public static byte[] of(SortedMap<String, String> files, Map<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(files);
        all.putAll(more);
        StringBuilder text = new StringBuilder();
        all.forEach((path, digest) -> text.append(line(path, digest)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The one file that two of these name with different digests; empty if there are more differences, or others. */
    static String onlyDifferent(byte[] one, byte[] other) {
        String[] lines = new String(one, StandardCharsets.UTF_8).split("\n", -1);
        String[] others = new String(other, StandardCharsets.UTF_8).split("\n", -1);
        String path = "";
        for (int i = 0; i < others.length; i++) {
            if (lines.length != others.length) {
                return "";
            }
            if (!lines[i].equals(others[i])) {
                int name = Sha256.LENGTH + 2;
                if (!path.isEmpty()
                        || lines[i].length() <= name
                        || others[i].length() <= name
                        || !lines[i].substring(name).equals(others[i].substring(name))) {
                    return "";
                }
                path = lines[i].substring(name);
            }
        }
        return path;
    }

    /** The digest of each file that it names, by its path. */
    static SortedMap<String, String> read(byte[] bytes) {
        SortedMap<String, String> files = new TreeMap<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            int from = line.startsWith("\\") ? 1 : 0;
            int name = from + Sha256.LENGTH + 2;
            if (line.length() > name) {
                String path = line.substring(name);
                files.put(from == 0 ? path : unescaped(path), line.substring(from, from + Sha256.LENGTH));
            }
        }
        return files;
    }

    private static String unescaped(String name) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\' && i + 1 < name.length()) {
                char next = name.charAt(++i);
                c = next == 'n' ? '\n' : next == 'r' ? '\r' : next;
            }
            path.append(c);
        }
        return path.toString();
    }

    /** As GNU coreutils has it: a line begins with a backslash where its name is escaped. */
    private static String line(String path, String digest) {
        String name = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return (name.equals(path) ? "" : "\\") + digest + "  " + name + "\n";
    }
}
