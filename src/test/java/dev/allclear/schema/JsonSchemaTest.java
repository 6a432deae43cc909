package dev.allclear.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.allclear.form.Form;
import dev.allclear.form.Forms;
import dev.allclear.form.Item;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas themselves, and documents that are as they should be. */
class JsonSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Form> forms() {
        return Forms.all();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isASchemaByItsOwnSchema(Form form) throws IOException {
        JsonNode schema = JSON.readTree(JsonSchema.of(form));
        assertEquals(
                List.of(),
                List.copyOf(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(schema)));
        assertEquals("urn:allclear:schema:" + form.name(), schema.get("$id").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"content", "src/test/resources/sites/small/content"})
    void everyDocumentAndRecordIsAccepted(String content) throws IOException {
        assertEquals(Map.of(), Complaints.of(Path.of(content)));
    }

    /** Each field says what it means and shows a value, and the schema accepts what it shows. */
    @ParameterizedTest
    @MethodSource("forms")
    void everyFieldIsDescribedAndItsExamplesAreAccepted(Form form) throws IOException {
        List<String> wrong = new ArrayList<>();
        JsonNode schema = JSON.readTree(JsonSchema.of(form));
        described(form, schema, wrong);
        assertEquals(List.of(), wrong);
    }

    private static void described(Form form, JsonNode schema, List<String> wrong) {
        assertFalse(form.description().isBlank(), form.what());
        for (Item item : form.items()) {
            JsonNode property = schema.get("properties").get(item.name());
            String name = form.what() + ": " + item.name();
            if (!property.get("description").asText().endsWith(".") || !property.has("examples")) {
                wrong.add(name + " has no description or no example");
                continue;
            }
            for (JsonNode example : property.get("examples")) {
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(property)
                        .validate(example)
                        .forEach(m -> wrong.add(name + ": " + m));
            }
            Form inner = item.inner();
            if (inner != null) {
                described(inner, property.has("items") ? property.get("items") : property, wrong);
            }
        }
    }

    /** Editors read YAML as YAML 1.2 has it; what the tool reads as text may be a number there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            step       | who: 4711                         | true
            step       | within: 4h                        | true
            step       | within: 4                         | false
            step       | within: 4h30                      | false
            step       | how: by hand                      | false
            step       | within:                           | true
            page       | title: 2026                       | true
            page       | title: no                         | true
            page       | tags: supply-chain                | false
            page       | tags: [1, two, 3.5]               | true
            page       | colour: red                       | false
            playbook   | version: 3                        | true
            playbook   | version: '3'                      | true
            playbook   | version: 0                        | false
            playbook   | version: 1.5                      | false
            playbook   | reviewed: 2026-03-14              | true
            playbook   | reviewed: 14.03.2026              | false
            playbook   | exercised: [{on: 2026-01-20}]     | true
            playbook   | exercised: [{at: 2026-01-20}]     | false
            decision   | {at: 2026-03-14 14:05, by: a.b, system: offline}             | true
            decision   | {at: 2026-03-14 14:05, by: a.b, system: {a: offline}}        | true
            decision   | {at: 2026-03-14 14:05, by: a.b, system: operational}         | false
            decision   | {at: 2026-03-14 14:05, by: a.b, system: {}}                  | false
            decision   | {at: 14:05, by: a.b}                                         | false
            decision   | {at: 2026-03-14T14:05Z}                                      | false
            decision   | {at: 2026-03-14T14:05+11:00, by: a.b, evidence: It answers}  | true
            root-cause | {status: open, lead: a.b, opened: 2026-03-15 09:00, closed:} | true
            root-cause | {status: closed, lead: a.b, opened: 2026-03-15 09:00, closed:} | false
            site       | {title: A, time-zone: UTC, rules: {playbook/no-undo: off}}   | true
            site       | {title: A, time-zone: UTC, rules: {gate/order: off}}         | false
            """)
    void readsValuesAsEditorsDo(String form, String yaml, boolean accepted) {
        List<String> said = Complaints.complaints(form, yaml);
        assertEquals(accepted, said.isEmpty(), said.toString());
    }

    @Test
    void theNamesAreThoseOfTheDocuments() {
        assertTrue(Forms.names()
                .containsAll(List.of(
                        "incident",
                        "decision",
                        "root-cause",
                        "playbook",
                        "step",
                        "page",
                        "site",
                        "people",
                        "systems")));
    }
}
