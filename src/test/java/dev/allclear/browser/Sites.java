package dev.allclear.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.cli.InProcess;
import dev.allclear.cli.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The demonstration as a site, and a page of each kind. */
final class Sites {

    /** A page of each kind, by what it is. */
    static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("home", "index.html");
        KINDS.put("incidents", "incidents/index.html");
        KINDS.put("open incident", "incidents/2026-11-17-session-store-full-again/incident.html");
        KINDS.put("closed incident", "incidents/2026-06-09-stolen-support-account/incident.html");
        KINDS.put("decision log", "incidents/2026-06-09-stolen-support-account/decisions.html");
        KINDS.put("root-cause report", "incidents/2026-06-09-stolen-support-account/root-cause.html");
        KINDS.put("playbooks", "playbooks/index.html");
        KINDS.put("playbook", "playbooks/data/restore-database.html");
        KINDS.put("systems", "systems/index.html");
        KINDS.put("system", "systems/booking.html");
        KINDS.put("figures", "figures.html");
        KINDS.put("pages", "pages/index.html");
        KINDS.put("page", "pages/how-we-declare.html");
        KINDS.put("page with a diagram", "pages/how-to-read-this-site.html");
        KINDS.put("people", "people.html");
        KINDS.put("tags", "tags.html");
        KINDS.put("waivers", "waivers.html");
        KINDS.put("emergency edition", "emergency.html");
    }

    private Sites() {}

    /** Builds the demonstration. */
    static Path build(Path site) {
        Tool.Answer answer =
                InProcess.run("build", "--content", Tool.DEMO.toString(), "--site", site.toString(), "--now", Tool.NOW);
        assertEquals(0, answer.status(), answer.err());
        KINDS.forEach((kind, path) -> assertTrue(Files.exists(site.resolve(path)), kind));
        return site;
    }

    /** Builds it in a language. */
    static Path buildIn(String language, Path folder) throws IOException {
        Path content = Tool.copy(Tool.DEMO, folder.resolve("content-" + language));
        Path yaml = content.resolve("site.yaml");
        Files.writeString(
                yaml, Files.readString(yaml).replaceAll("(?m)^language:.*\\R", "") + "\nlanguage: " + language + "\n");
        Path site = folder.resolve("site-" + language);
        Tool.Answer answer =
                InProcess.run("build", "--content", content.toString(), "--site", site.toString(), "--now", Tool.NOW);
        assertEquals(0, answer.status(), answer.err());
        return site;
    }

    /** Builds it in spite of an error, which adds a page of findings. */
    static Path buildUrgently(Path folder) throws IOException {
        Path content = Tool.copy(Tool.DEMO, folder.resolve("content"));
        Files.writeString(content.resolve("pages/broken.md"), "# Broken\n\n[Nowhere](nowhere.md)\n");
        Path site = folder.resolve("urgent");
        Tool.Answer answer = InProcess.run(
                "build", "--urgent", "--content", content.toString(), "--site", site.toString(), "--now", Tool.NOW);
        assertEquals(0, answer.status(), answer.err());
        return site;
    }
}
