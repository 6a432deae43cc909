package dev.allclear.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.model.Fault;
import dev.allclear.model.FaultKind;
import dev.allclear.read.ContentProblem;
import dev.allclear.read.LibraryReader;
import dev.allclear.schema.Complaints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the schemas to what {@code check} says, with the documents of all rules' fixtures. */
class SchemaFixturesTest {

    private static final Set<FaultKind> OF_FIELDS = Set.of(
            FaultKind.WRONG_TYPE,
            FaultKind.UNKNOWN_VALUE,
            FaultKind.MISSING_FIELD,
            FaultKind.UNKNOWN_FIELD,
            FaultKind.FIELD_OF_THE_RECORD,
            FaultKind.RECORD);

    /** What is wrong with a field and no schema can see, and why. */
    private static final Map<Pattern, String> UNSEEN = Map.of(
            Pattern.compile(
                    ".* can't be read as a date|.* is not a kind of action|.* column of the actions.*|.* of the column .*"),
            "it stands in a table",
            Pattern.compile(
                    "`\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d` can't be read as the time .*|.* what stands here is `\\d{4}-\\d\\d-\\d\\d`"),
            "which days there are, and which hours in a zone, is no matter of form",
            Pattern.compile(".* what stands here is `\\d+\\.0`"),
            "to JSON Schema 2.0 is a whole number",
            Pattern.compile(".* is not a time zone"),
            "which zones there are is known to the machine",
            Pattern.compile(
                    "A step record stands here.*|A decision record stands here.*|.* does not open with a decision record|.* is not read as a record.*|.* is never closed.*|.* stands inside raw HTML.*|The folder .* has no incident.md|The YAML .*|This is not a mapping.*|.* and this one has none"),
            "no field is at fault");

    @TempDir
    private Path folder = Path.of("");

    private static List<Fault> faults(Path content) throws ContentProblem {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            return LibraryReader.read(content, threads).faults();
        } finally {
            threads.shutdownNow();
        }
    }

    private static String shortened(String file) {
        return file.replaceFirst("^content/", "");
    }

    private static boolean isSeen(Fault fault) {
        return OF_FIELDS.contains(fault.kind())
                && UNSEEN.keySet().stream()
                        .noneMatch(p -> p.matcher(fault.message()).matches());
    }

    @Test
    void aSchemaRejectsWhatTheReaderObjectsToAndNothingElse() throws IOException, ContentProblem {
        List<String> wrong = new ArrayList<>();
        int rejected = 0;
        int good = 0;
        for (Fixture fixture : Fixture.all()) {
            Path temporary = folder.resolve(fixture.toString().replace('/', '-'));
            Verdict verdict = fixture.verdict(temporary);
            Path content = temporary.resolve("now/content");
            Map<String, List<String>> complaints = Complaints.of(content);
            Map<String, List<String>> objections = new TreeMap<>();
            // What a rule says of a field counts too: who may decide is for the gate to say, and not for the reader.
            Set<String> any = new TreeSet<>();
            verdict.findings().forEach(f -> any.add(shortened(f.location().file())));
            for (Fault fault : faults(content)) {
                String file = shortened(fault.at().file());
                any.add(file);
                if (isSeen(fault)) {
                    objections.computeIfAbsent(file, f -> new ArrayList<>()).add(fault.message());
                }
            }
            objections.forEach((file, said) -> {
                if (!complaints.containsKey(file)) {
                    wrong.add("%s: %s: the schema accepts what is read as: %s".formatted(fixture, file, said));
                }
            });
            complaints.forEach((file, said) -> {
                if (!any.contains(file)) {
                    wrong.add("%s: %s: the schema rejects what is read: %s".formatted(fixture, file, said));
                }
            });
            if (fixture.isGood()) {
                good++;
                assertEquals(Map.of(), complaints, fixture.toString());
            }
            rejected += objections.size();
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(good > 50 && rejected > 30, good + " good fixtures, " + rejected + " documents rejected");
    }
}
