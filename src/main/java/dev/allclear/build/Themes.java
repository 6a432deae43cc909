package dev.allclear.build;

import dev.allclear.output.Sha256;
import dev.allclear.render.Theme;
import dev.allclear.render.WordFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files of themes: the built-in one in the jar, another laid over it file by file. */
final class Themes {

    private static final String ROOT = "dev/allclear/templates/";
    private static final String STATIC = "theme/";
    private static final String ON_DEMAND = "theme/lib/";

    /** A comment that has its lines for itself. */
    private static final Pattern COMMENT = Pattern.compile("(?ms)^[ \\t]*/\\*(?:(?!\\*/).)*\\*/[ \\t]*\\n");

    private static final Pattern INDENTATION = Pattern.compile("(?m)^[ \\t]+");

    private Themes() {}

    /** The built-in theme, with the files of a folder in place of its own where they have the same name. */
    static Theme of(@Nullable Path folder) throws BuildProblem {
        return new InMemory(files(folder));
    }

    private static SortedMap<String, byte[]> files(@Nullable Path folder) throws BuildProblem {
        SortedMap<String, byte[]> files = builtIn();
        files.replaceAll(Themes::lean);
        if (folder != null) {
            if (!Files.isDirectory(folder)) {
                throw new BuildProblem("There is no folder of templates `%s`.".formatted(folder));
            }
            try {
                SortedMap<String, byte[]> own = under(folder);
                for (Map.Entry<String, byte[]> file : own.entrySet()) {
                    examine(folder, file.getKey(), file.getValue());
                }
                files.putAll(own);
            } catch (IOException | UncheckedIOException e) {
                throw new BuildProblem("The templates in `%s` can't be read: %s.".formatted(folder, e.getMessage()), e);
            }
        }
        return files;
    }

    /** The digest of all files of the same theme. */
    static String digestOf(@Nullable Path folder) throws BuildProblem {
        StringBuilder all = new StringBuilder();
        files(folder)
                .forEach((name, bytes) ->
                        all.append(name).append('\t').append(Sha256.of(bytes)).append('\n'));
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A folder of templates as findings name it. */
    static String nameOf(Path folder) {
        return folder.toString().replace('\\', '/').replaceAll("/+$", "");
    }

    private record InMemory(SortedMap<String, byte[]> all) implements Theme {

        @Override
        public @Nullable String template(String name) {
            byte[] bytes = all.get(name);
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public SortedSet<String> templates() {
            SortedSet<String> names = new TreeSet<>(all.keySet());
            names.removeIf(n -> !n.endsWith(".ftlh"));
            return Collections.unmodifiableSortedSet(names);
        }

        @Override
        public SortedMap<String, byte[]> files() {
            SortedMap<String, byte[]> files = new TreeMap<>();
            all.forEach((name, bytes) -> {
                if (name.startsWith(STATIC) && !name.startsWith(ON_DEMAND)) {
                    files.put(name, bytes);
                }
            });
            return Collections.unmodifiableSortedMap(files);
        }

        @Override
        public byte @Nullable [] onDemand(String path) {
            byte[] bytes = all.get(path);
            return bytes == null ? Webjars.file(path) : bytes;
        }
    }

    /** Readers at a bad connection pay for each byte: our comments and indentation stay at home. */
    private static byte[] lean(String name, byte[] bytes) {
        if (!name.startsWith(STATIC) || !(name.endsWith(".css") || name.endsWith(".js"))) {
            return bytes;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return INDENTATION
                .matcher(COMMENT.matcher(text).replaceAll(""))
                .replaceAll("")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static SortedMap<String, byte[]> builtIn() {
        URL url = Themes.class.getClassLoader().getResource(ROOT + "layout.ftlh");
        if (url == null) {
            throw new IllegalStateException("the built-in theme is not on the class path");
        }
        try {
            if (url.openConnection() instanceof JarURLConnection connection) {
                return inJar(connection.getJarFile());
            }
            URI uri = url.toURI();
            Path layout = Path.of(uri);
            return under(layout.resolveSibling(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | BuildProblem e) {
            throw new IllegalStateException(e);
        }
    }

    private static SortedMap<String, byte[]> inJar(JarFile jar) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (entry.getName().startsWith(ROOT) && !entry.isDirectory()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    files.put(entry.getName().substring(ROOT.length()), in.readAllBytes());
                }
            }
        }
        return files;
    }

    /** What is text must be readable, and words must be there: every page needs them. */
    private static void examine(Path folder, String name, byte[] bytes) throws BuildProblem {
        if (!name.endsWith(".ftlh") && !name.endsWith(".properties")) {
            return;
        }
        String file = nameOf(folder) + "/" + name;
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult read = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (read.isError()) {
            String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
            throw new BuildProblem("%s:%d: The file isn't UTF-8. Save it in that encoding."
                    .formatted(file, 1 + before.chars().filter(c -> c == '\n').count()));
        }
        WordFault fault = WordFault.of(
                name,
                out.flip().toString(),
                new String(builtIn().getOrDefault(name, new byte[0]), StandardCharsets.UTF_8));
        if (fault != null) {
            throw new BuildProblem("%s:%d: %s".formatted(file, fault.line(), fault.message()));
        }
    }

    /** The files of a folder, which may be a link itself; hidden ones are left out, and a link in it is refused. */
    private static SortedMap<String, byte[]> under(Path folder) throws IOException, BuildProblem {
        Path real = folder.toRealPath();
        List<Path> found;
        try (Stream<Path> walk = Files.walk(real)) {
            found = walk.filter(f -> !Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Path file : found) {
            String name = real.relativize(file).toString().replace('\\', '/');
            if (name.startsWith(".") || name.contains("/.")) {
                continue;
            }
            if (Files.isSymbolicLink(file)) {
                throw new BuildProblem(
                        "%s/%s: Symbolic links are not followed, so that a theme's files are those in its folder. Put a copy there."
                                .formatted(nameOf(folder), name));
            }
            if (Files.isRegularFile(file)) {
                files.put(name, Files.readAllBytes(file));
            }
        }
        return files;
    }
}
