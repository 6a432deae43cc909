package dev.allclear.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs say of the data that a template sees is printed from the records themselves. */
class ThemeModelTest {

    private static final Path PAGE = Path.of("docs/theme-model.md");
    private static final Path THEMES = Path.of("docs/themes.md");
    private static final Path SOURCES = Path.of("src/main/java/dev/allclear/render");

    private static final Pattern TEMPLATE = Pattern.compile("TEMPLATE = \"([a-z-]+\\.ftlh)\"");

    /** What {@code it} is, by template: each view says which one it fills. */
    private static Map<String, Class<?>> pages() throws IOException, ClassNotFoundException {
        Map<String, Class<?>> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.sorted().toList()) {
                Matcher template = TEMPLATE.matcher(Files.readString(file));
                if (template.find()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    pages.put(template.group(1), Class.forName("dev.allclear.render." + name));
                }
            }
        }
        return pages;
    }

    @Test
    void thePageOfTheModelIsWhatTemplatesSee() throws IOException, ClassNotFoundException {
        StringBuilder page = new StringBuilder("""
                # What a template sees, part by part

                [themes.md](themes.md) says how a theme is made. This page is printed from the records in `src/main/java/dev/allclear/render`
                (`mvn verify -Dgoldens.record=true`). Each line is a call: `frame.title()`, `it.open()`. A list is gone through with
                `<#list it.open() as card>…</#list>`.
                """);
        Set<Class<?>> shared = new LinkedHashSet<>();
        section(page, "`frame`, around every page", FrameView.class, shared);
        for (Map.Entry<String, Class<?>> entry : pages().entrySet()) {
            section(page, "`it` in `" + entry.getKey() + "`", entry.getValue(), shared);
        }
        page.append("\n## Parts that several pages have\n");
        Deque<Class<?>> waiting = new ArrayDeque<>(shared);
        Set<Class<?>> done = new LinkedHashSet<>();
        while (!waiting.isEmpty()) {
            Class<?> part = waiting.removeFirst();
            if (done.add(part)) {
                waiting.addAll(table(page, "### " + name(part), part));
            }
        }
        if (Boolean.getBoolean("goldens.record")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page.toString(), Files.readString(PAGE));
    }

    private static void section(StringBuilder page, String title, Class<?> view, Set<Class<?>> shared)
            throws IOException {
        Deque<Class<?>> own = new ArrayDeque<>(List.of(view));
        Set<Class<?>> done = new LinkedHashSet<>();
        while (!own.isEmpty()) {
            Class<?> part = own.removeFirst();
            if (done.add(part)) {
                String heading = part == view ? "## " + title : "### " + name(part);
                for (Class<?> other : table(page, heading, part)) {
                    if (other.getEnclosingClass() == view) {
                        own.add(other);
                    } else {
                        shared.add(other);
                    }
                }
            }
        }
    }

    /** Writes what a record has, and gives the records that it has parts of. */
    private static List<Class<?>> table(StringBuilder page, String heading, Class<?> type) throws IOException {
        Map<String, String> said = parameters(type);
        List<Class<?>> parts = new ArrayList<>();
        page.append("\n").append(heading).append("\n\n| call | gives | what it is |\n|---|---|---|\n");
        for (RecordComponent component : type.getRecordComponents()) {
            String words = said.getOrDefault(component.getName(), "");
            assertTrue(!words.isEmpty(), type + " does not say what " + component.getName() + " is");
            page.append("| `%s()` | %s | %s |\n"
                    .formatted(
                            component.getName(), gives(component.getGenericType(), parts), words.replace("|", "\\|")));
        }
        return parts;
    }

    private static String gives(Type type, List<Class<?>> parts) {
        if (type instanceof ParameterizedType list) {
            String of = gives(list.getActualTypeArguments()[0], parts);
            return of.startsWith("list") ? "list of a " + of : "list of " + of;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            parts.add(plain);
            return "[" + name(plain) + "](#" + name(plain).replace(".", "").toLowerCase(Locale.ROOT) + ")";
        }
        return plain == String.class
                ? "text"
                : plain == boolean.class
                        ? "yes or no"
                        : plain == int.class || plain == long.class || plain == Integer.class
                                ? "number"
                                : plain.getSimpleName();
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return (outer == null ? "" : outer.getSimpleName() + ".") + type.getSimpleName();
    }

    private static Map<String, String> parameters(Class<?> type) throws IOException {
        Class<?> file = type.getEnclosingClass() == null ? type : type.getEnclosingClass();
        String source = Files.readString(SOURCES.resolve(file.getSimpleName() + ".java"));
        Matcher record =
                Pattern.compile("public record " + type.getSimpleName() + "\\(").matcher(source);
        assertTrue(record.find(), type + " is no record of its own file");
        String comment = source.substring(source.lastIndexOf("/**", record.start()), record.start())
                .replaceAll("(?m)^\\s*\\*/?", "")
                .replaceAll("\\s+", " ");
        Map<String, String> said = new LinkedHashMap<>();
        Matcher param = Pattern.compile("@param (\\w+) (.*?)(?= @param|$)").matcher(comment.strip());
        while (param.find()) {
            said.put(
                    param.group(1),
                    param.group(2)
                            .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                            .strip());
        }
        return said;
    }

    @Test
    void everyNameOfTheGuideExists() throws IOException, ClassNotFoundException {
        String guide = Files.readString(THEMES);
        Matcher template = Pattern.compile("`([a-z-]+\\.ftlh)`").matcher(guide);
        while (template.find()) {
            assertTrue(Files.exists(Path.of("templates", template.group(1))), template.group());
        }
        assertTrue(pages().size() >= 16, "pages: " + pages().keySet());
        Set<String> ours = new TreeSet<>();
        for (Method method : FrameView.class.getMethods()) {
            if (method.getDeclaringClass() == FrameView.class && !Modifier.isStatic(method.getModifiers())) {
                ours.add(method.getName());
            }
        }
        // Below it stands a name that is wrong on purpose.
        String right = guide.substring(0, guide.indexOf("\n## When a template is wrong"));
        Matcher call = Pattern.compile("frame\\.(\\w+)\\(").matcher(right);
        while (call.find()) {
            assertTrue(ours.contains(call.group(1)), call.group());
        }
        String style = Files.readString(Path.of("templates/theme/style.css"));
        Set<String> named = new TreeSet<>();
        Matcher property = Pattern.compile("`(--[a-z-]+)`").matcher(guide);
        while (property.find()) {
            named.add(property.group(1));
        }
        Set<String> defined = new TreeSet<>();
        Matcher definition = Pattern.compile("(?m)^  (--[a-z-]+):").matcher(style);
        while (definition.find()) {
            defined.add(definition.group(1).replaceAll("(?<=good|warn|bad|info)-paper$", ""));
        }
        assertEquals(defined, named);
    }
}
