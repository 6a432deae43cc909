package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.allclear.form.Forms;
import dev.allclear.form.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code docs/editors.md} to what the tool does. */
class EditorsDocTest {

    private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SCHEMA = Pattern.compile("\\.schemas/([a-z-]+)\\.schema\\.json");

    @TempDir
    private Path folder = Path.of("");

    private static String doc() throws IOException {
        return Files.readString(Path.of("docs/editors.md"));
    }

    @Test
    void namesTheSchemasThatThereAre() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        Matcher matcher = SCHEMA.matcher(doc());
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
        assertTrue(Forms.names().containsAll(named), named.toString());
        for (String name : Forms.names()) {
            assertTrue(doc().contains("`" + name + "`"), name);
        }
        assertEquals(
                0,
                InProcess.run("schema", "--all", folder.resolve(".schemas").toString())
                        .status());
        for (String name : named) {
            assertTrue(Files.isRegularFile(folder.resolve(".schemas/" + name + ".schema.json")), name);
        }
    }

    /** As VS Code does: the first expression on one line, the second on the next. */
    @Test
    void theProblemMatcherFindsEveryFinding() throws IOException {
        JsonArray patterns = null;
        Matcher json = JSON.matcher(doc());
        while (json.find()) {
            JsonObject object = JsonParser.parseString(json.group(1)).getAsJsonObject();
            if (object.has("tasks")) {
                patterns = object.getAsJsonArray("tasks")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("problemMatcher")
                        .getAsJsonArray("pattern");
            }
        }
        assertTrue(patterns != null && patterns.size() == 2);
        Pattern first =
                Pattern.compile(patterns.get(0).getAsJsonObject().get("regexp").getAsString());
        Pattern second =
                Pattern.compile(patterns.get(1).getAsJsonObject().get("regexp").getAsString());
        Path content = Tool.copy(InProcess.SMALL, folder.resolve("content"));
        Files.writeString(content.resolve("pages/odd.md"), "---\ntitle: Odd\ncolour: red\n---\n[nowhere](gone.md)\n");
        String[] arguments = {"check", "--color", "never", "--content", content.toString(), "--now", InProcess.SMALL_NOW
        };
        List<String> lines = InProcess.run(arguments).out().lines().toList();
        List<String> found = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            Matcher head = first.matcher(lines.get(i));
            Matcher place = second.matcher(lines.get(i + 1));
            if (head.find() && place.find()) {
                found.add("%s %s %s:%s".formatted(head.group(1), head.group(2), place.group(1), place.group(2)));
            }
        }
        assertTrue(found.contains("warning content/unknown-field content/pages/odd.md:3"), found.toString());
        assertTrue(found.contains("error link/broken content/pages/odd.md:5"), found.toString());
        assertEquals(3, found.size(), found.toString());
    }

    @Test
    void aSchemaThatIsNotThereIsAnsweredWithTheNearOne() {
        Tool.Answer answer = InProcess.run("schema", "rootcause");
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("Did you mean `root-cause`?"), answer.err());
        assertEquals(Forms.names().size(), InProcess.run("schema").out().lines().count());
        assertEquals(
                2, InProcess.run("schema", "site", "--all", folder.toString()).status());
    }

    @Test
    void whySchemasCantBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Tool.Answer answer = InProcess.run("schema", "--all", file.toString());
        assertEquals(2, answer.status());
        assertTrue(answer.err().contains("`%s`: a file stands where".formatted(file)), answer.err());
    }

    /** The only thing in our schemas that came after draft 7 is the line that names the draft. */
    @Test
    void theSchemasUseNothingThatOldValidatorsDoNotKnow() {
        for (String name : Forms.names()) {
            String schema = InProcess.run("schema", name).out();
            for (String later : List.of(
                    "\"$defs\"", "\"prefixItems\"", "\"unevaluated", "\"dependent", "\"minContains\"", "\"$ref\"")) {
                assertTrue(!schema.contains(later), name + later);
            }
        }
        for (Type type : Type.values()) {
            assertTrue(
                    !type.pattern().matches(".*(\\\\[pP]|\\(\\?<[=!]|[*+?}]\\+).*"),
                    "JavaScript reads it otherwise: " + type);
        }
    }
}
