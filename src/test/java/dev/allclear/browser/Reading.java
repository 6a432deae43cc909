package dev.allclear.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration in a browser, from files as on a stick: a fresh tab for each test. */
abstract class Reading {

    static final String PLAYBOOK = "playbooks/data/restore-database.html";

    @TempDir
    static Path folder = Path.of("");

    static Path site = Path.of("");

    private static @Nullable Chromium browser;
    private static Path urgent = Path.of("");

    private @Nullable Tab opened;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path found = Chromium.need("pages");
        site = Sites.build(folder.resolve("site"));
        urgent = Sites.buildUrgently(folder);
        browser = Chromium.start(found, folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        opened = Objects.requireNonNull(browser).open();
        opened.width(1280);
    }

    final Tab tab() {
        return Objects.requireNonNull(opened);
    }

    static URI at(String page) {
        return site.resolve(page).toUri();
    }

    static Map<String, URI> everyKind() {
        Map<String, URI> pages = new LinkedHashMap<>();
        Sites.KINDS.forEach((kind, path) -> pages.put(kind, at(path)));
        pages.put("findings", urgent.resolve("findings.html").toUri());
        return pages;
    }

    final void waitFor(String condition) throws IOException, InterruptedException {
        tab().waitFor(condition);
    }

    final String text(String expression) throws IOException, InterruptedException {
        return tab().eval(expression).getAsString();
    }

    final int count(String selector) throws IOException, InterruptedException {
        return tab().eval("document.querySelectorAll(" + quoted(selector) + ").length")
                .getAsInt();
    }

    final boolean is(String condition) throws IOException, InterruptedException {
        return tab().eval(condition).getAsBoolean();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
