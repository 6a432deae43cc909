package dev.allclear.serve;

import dev.allclear.cli.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody who changes a content folder and a theme in all the ways that one can, and knows what was touched. */
final class Author {

    private static final Path THEME = Path.of("templates").toAbsolutePath();

    private static final List<String> WORDS = List.of(
            "Before that, look twice.", "TODO", "See [there](nowhere.md).", "<blink>now</blink>", "`x` and *y*.");

    private final Random random;
    private final Path pristine;
    private final Path content;
    private final Path theme;
    private final Set<Path> touched = new LinkedHashSet<>();
    private int number;

    /** Works on these folders; what is spoilt is sometimes taken back from the pristine one. */
    Author(long seed, Path pristine, Path content, Path theme) {
        this.random = new Random(seed);
        this.pristine = pristine;
        this.content = content;
        this.theme = theme;
    }

    /** What was touched since this was last asked. */
    List<Path> touched() {
        List<Path> all = new ArrayList<>(touched);
        touched.clear();
        return all;
    }

    /** Changes something, and says what. */
    String change() throws IOException {
        number++;
        return switch (random.nextInt(34)) {
            case 0, 1, 2, 3 -> append(any("playbooks", ".md"), "\n\n" + pick(WORDS) + " " + number + "\n");
            case 4 -> replace(any("playbooks", ".md"), "title:", "titel:");
            case 5 -> replace(any("playbooks", ".md"), "within: ", "within: 1");
            case 6 -> write(content.resolve("playbooks/new-" + number + ".md"), playbook());
            case 7 -> delete(any("playbooks", ".md"));
            case 8 -> move(any("playbooks", ".md"), content.resolve("playbooks/moved/to-" + number + ".md"));
            case 9 -> append(any("incidents", ".md"), "\n\n" + pick(WORDS) + "\n");
            case 10 -> replace(any("incidents", "decisions.md"), "informed: ", "informd: ");
            case 11 -> replace(any("incidents", "incident.md"), "declared: 2026-0", "declared: 2026-1");
            case 12 -> delete(any("incidents", random.nextBoolean() ? "root-cause.md" : "decisions.md"));
            case 13 -> copyIncident();
            case 14 -> move(incident(), content.resolve("incidents/2026-01-01-moved-" + number));
            case 15 -> delete(incident());
            case 16 -> append(any("pages", ".md"), "\n\n## More " + number + "\n\n" + link() + "\n");
            case 17 ->
                write(content.resolve("pages/deep/er/page-" + number + ".md"), "# Page " + number + "\n\n" + link());
            case 18 -> delete(any("pages", ".md"));
            case 19 ->
                write(content.resolve("incidents/loose-" + number % 3 + ".txt"), "password: hunter2hunter2" + number);
            case 20 -> picture();
            case 21 -> delete(any("", random.nextBoolean() ? ".svg" : ".txt"));
            case 22 -> append(content.resolve("people.yaml"), "  late-" + number + ": [nobody]\n");
            case 23 -> replace(content.resolve("people.yaml"), "name: ", "name: New ");
            case 24 -> replace(content.resolve("systems.yaml"), "rto: ", "rto: 1");
            case 25 -> replace(content.resolve("systems.yaml"), "name: ", "name: Old ");
            case 26 -> replace(content.resolve("site.yaml"), "title: ", "title: Again ");
            case 27 ->
                append(
                        content.resolve("site.yaml"),
                        pick(List.of("language: de\n", "language: fr\n", "{\n", "url: x\n")));
            case 28 ->
                override(pick(List.of("playbook.ftlh", "layout.ftlh", "parts.ftlh")), "</h1>", " " + number + "</h1>");
            case 29 ->
                override(
                        pick(List.of("playbook.ftlh", "decisions.ftlh", "page.ftlh", "home.ftlh")),
                        "<h",
                        pick(List.of("${nothing.at.all}<h", "<#if it><h", "<a href=\"gone.html\">x</a><h")));
            case 30 -> write(theme.resolve("theme/style.css"), "body { order: " + number + " }\n");
            case 31 -> odd();
            case 32 -> delete(theme.resolve(pick(List.of("playbook.ftlh", "layout.ftlh", "page.ftlh", "home.ftlh"))));
            default -> delete(any("", ".md"));
        };
    }

    /** Takes everything back to what it was, the theme too. */
    void mend() throws IOException {
        for (Path folder : List.of(content, theme)) {
            List<Path> files;
            try (Stream<Path> all = Files.list(folder)) {
                files = all.toList();
            }
            for (Path file : files) {
                delete(file);
            }
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(pristine)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path to = content.resolve(pristine.relativize(file).toString());
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
            touched.add(to);
        }
    }

    private String pick(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Some file below a folder of the content; null if there is none. */
    private @Nullable Path any(String folder, String end) throws IOException {
        Path below = content.resolve(folder);
        if (!Files.isDirectory(below)) {
            return null;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(below)) {
            files = all.filter(f -> f.toString().endsWith(end))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
        return files.isEmpty() ? null : files.get(random.nextInt(files.size()));
    }

    private @Nullable Path incident() throws IOException {
        Path record = any("incidents", "incident.md");
        return record == null ? null : record.getParent();
    }

    private String link() throws IOException {
        Path to = any("", "");
        return to == null
                ? ""
                : "[there](/%s) ![%s](/%s)"
                        .formatted(content.relativize(to), number % 2 == 0 ? "" : "A picture", content.relativize(to));
    }

    private String playbook() {
        return """
                ---
                title: Playbook %d
                version: 1
                systems: [catalogue]
                ---
                ## Steps

                ### Do it

                ```step
                how: manual
                within: %dm
                ```

                As said in [the other](restore-catalogue.md).
                """.formatted(number, random.nextInt(300));
    }

    private String append(@Nullable Path file, String text) throws IOException {
        return file == null || !Files.exists(file)
                ? "nothing"
                : write(file, Files.readString(file, StandardCharsets.ISO_8859_1) + text);
    }

    private String replace(@Nullable Path file, String what, String by) throws IOException {
        if (file == null || !Files.exists(file)) {
            return "nothing";
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(what);
        return at < 0 ? "nothing" : write(file, text.substring(0, at) + by + text.substring(at + what.length()));
    }

    private String write(Path file, String text) throws IOException {
        if (Files.exists(file.getParent()) && !Files.isDirectory(file.getParent())) {
            return "nothing";
        }
        touchFirstNew(file);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        return "write " + file;
    }

    /** Whoever watches is told of the topmost folder that was not there before. */
    private void touchFirstNew(Path file) {
        Path first = file;
        while (!Files.exists(first.getParent())) {
            first = first.getParent();
        }
        touched.add(first);
    }

    private String delete(@Nullable Path place) throws IOException {
        if (place == null || !Files.exists(place, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return "nothing";
        }
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
        touched.add(place);
        return "delete " + place;
    }

    private String move(@Nullable Path from, Path to) throws IOException {
        if (from == null || Files.exists(to)) {
            return "nothing";
        }
        touchFirstNew(to);
        Files.createDirectories(to.getParent());
        Files.move(from, to);
        touched.add(from);
        return "move " + from + " to " + to;
    }

    private String copyIncident() throws IOException {
        Path from = incident();
        Path to = content.resolve(
                random.nextBoolean() ? "incidents/2026-01-02-copy-" + number : "incidents/2026-05-18-Catalogue-wiped");
        if (from == null || Files.exists(to)) {
            return "nothing";
        }
        Tool.copy(from, to);
        touched.add(to);
        return "copy " + from + " to " + to;
    }

    private String picture() throws IOException {
        Path old = any("", ".svg");
        Path file = old == null || random.nextBoolean() ? content.resolve("pages/picture-" + number + ".svg") : old;
        return write(
                file,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"20\"></svg>"
                        .formatted(1 + random.nextInt(99)));
    }

    /** A file of the theme that differs from the built-in one. */
    private String override(String name, String what, String by) throws IOException {
        Path file = theme.resolve(name);
        String text = Files.readString(Files.exists(file) ? file : THEME.resolve(name), StandardCharsets.ISO_8859_1);
        int at = text.indexOf(what);
        return at < 0 ? "nothing" : write(file, text.substring(0, at) + by + text.substring(at + what.length()));
    }

    /** What is rare: a link, bytes that are no text, a file where a folder was, hidden files, names of another case. */
    private String odd() throws IOException {
        switch (random.nextInt(6)) {
            case 0 -> {
                Path link = content.resolve("pages/link-" + number + ".md");
                Files.createDirectories(link.getParent());
                touched.add(link);
                Files.createSymbolicLink(link, content.resolve("site.yaml"));
                return "link " + link;
            }
            case 1 -> {
                Path file = content.resolve("pages/bytes-" + number + ".md");
                String said = write(file, "# Bytes\n");
                Files.write(file, new byte[] {'a', (byte) 0xff, 'b'});
                return said;
            }
            case 2 -> {
                Path folder = incident();
                if (folder == null) {
                    return "nothing";
                }
                delete(folder);
                return write(folder, "A file where a folder was.");
            }
            case 3 -> {
                write(content.resolve("pages/.hidden-" + number + ".md"), "# Hidden");
                return write(content.resolve(".git-like/page.md"), "# Hidden");
            }
            case 4 -> {
                return write(content.resolve("pages/Index.md"), "# Taken\n\n" + link());
            }
            default -> {
                return write(content.resolve("incidents/nobody/Decisions.md"), "## It was decided\n");
            }
        }
    }
}
