package dev.allclear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the code to the map that {@code docs/architecture.md} draws. */
class ArchitectureTest {

    private static final String ROOT = "dev.allclear";
    private static final Path MAP = Path.of("docs/architecture.md");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void everyArrowIsDrawnAndEveryDrawnArrowIsUsed() throws IOException {
        assertEquals(block("map"), arrows());
    }

    @Test
    void theMapHasNoCircle() throws IOException {
        Map<String, Set<String>> left = block("map");
        boolean shrunk = true;
        while (shrunk) {
            Set<String> free = new TreeSet<>();
            left.forEach((room, to) -> {
                if (to.isEmpty()) {
                    free.add(room);
                }
            });
            shrunk = !free.isEmpty();
            left.keySet().removeAll(free);
            left.values().forEach(to -> to.removeAll(free));
        }
        assertEquals(Map.of(), left, "these rooms depend on each other in a circle");
    }

    @Test
    void eachLibraryStaysInItsRoom() throws IOException {
        Map<String, Set<String>> used = new TreeMap<>();
        Map<String, Set<String>> drawn = block("libraries");
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName() + ".";
                for (String library : drawn.keySet()) {
                    if (target.startsWith(library + ".")) {
                        used.computeIfAbsent(library, k -> new TreeSet<>()).add(room(type));
                    }
                }
            }
        }
        assertEquals(drawn, used);
    }

    @Test
    void noOtherLibraryIsUsed() throws IOException {
        Set<String> known = block("libraries").keySet();
        Set<String> strangers = new TreeSet<>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target =
                        dependency.getTargetClass().getBaseComponentType().getPackageName() + ".";
                boolean ours = target.startsWith(ROOT)
                        || target.startsWith("java.")
                        || target.startsWith("javax.imageio.")
                        || target.startsWith("javax.net.ssl.")
                        || target.startsWith("javax.xml.stream.")
                        || target.startsWith("org.jspecify.");
                if (!ours && target.length() > 1 && known.stream().noneMatch(l -> target.startsWith(l + "."))) {
                    strangers.add(target);
                }
            }
        }
        assertEquals(Set.of(), strangers, "docs/architecture.md and docs/libraries.md do not know these");
    }

    @Test
    void everyPackageSaysWhatItKnows() throws IOException {
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> folders = files.filter(f -> f.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList();
            assertFalse(folders.isEmpty());
            for (Path folder : folders) {
                Path info = folder.resolve("package-info.java");
                assertTrue(Files.isRegularFile(info), folder + " has no package-info.java");
                String text = Files.readString(info);
                assertTrue(text.startsWith("/** "), folder + " does not say what it is");
                assertTrue(text.contains("@NullMarked"), folder + " is not @NullMarked");
            }
        }
    }

    private Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass type : classes) {
            if (type.getSimpleName().equals("package-info")) {
                continue;
            }
            Set<String> to = arrows.computeIfAbsent(room(type), k -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(ROOT) && !room(target).equals(room(type))) {
                    to.add(room(target));
                }
            }
        }
        return arrows;
    }

    /** The package below the root; a package inside a room belongs to the room. */
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(ROOT)) {
            return "Main";
        }
        return name.substring(ROOT.length() + 1).split("\\.", 2)[0];
    }

    /** The lines of a fenced block of the map: {@code room -> others}. */
    private static Map<String, Set<String>> block(String word) throws IOException {
        Map<String, Set<String>> arrows = new TreeMap<>();
        boolean inside = false;
        for (String line : Files.readAllLines(MAP)) {
            if (line.equals("```" + word)) {
                inside = true;
            } else if (line.startsWith("```")) {
                inside = false;
            } else if (inside) {
                String[] sides = line.split("->", 2);
                Set<String> to = arrows.computeIfAbsent(sides[0].strip(), k -> new TreeSet<>());
                for (String other : sides[1].split(",", -1)) {
                    if (!other.isBlank()) {
                        to.add(other.strip());
                    }
                }
            }
        }
        assertFalse(arrows.isEmpty(), "no block `" + word + "` in " + MAP);
        return arrows;
    }
}
