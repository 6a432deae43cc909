package dev.allclear.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The emergency edition in a browser: alone in a folder, as on a stick, and on paper. */
class EmergencyEditionIT {

    @TempDir
    private static Path folder = Path.of("");

    private static @Nullable Chromium browser;
    private static URI book = URI.create("about:blank");
    private static String digest = "";

    private @Nullable Tab opened;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path found = Chromium.need("the emergency edition");
        Path stick = Files.createDirectories(folder.resolve("stick"));
        Path file = Files.copy(
                Sites.build(folder.resolve("site")).resolve("emergency.html"),
                stick.resolve("emergency.html"),
                StandardCopyOption.REPLACE_EXISTING);
        book = file.toUri();
        digest = Objects.requireNonNull(
                        org.jsoup.Jsoup.parse(Files.readString(file)).selectFirst(".digest"))
                .text();
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
        opened.show(book);
    }

    private Tab tab() {
        return Objects.requireNonNull(opened);
    }

    private void waitFor(String condition) throws IOException, InterruptedException {
        tab().waitFor(condition);
    }

    private String text(String expression) throws IOException, InterruptedException {
        return tab().eval(expression).getAsString();
    }

    private int number(String expression) throws IOException, InterruptedException {
        return tab().eval(expression).getAsInt();
    }

    @Test
    void asksForNothingButItselfAndKeepsItsPolicy() throws IOException, InterruptedException {
        waitFor("!document.getElementById('search').hidden");
        assertEquals(List.of(book.toString()), tab().requests());
        assertEquals(List.of(), tab().complaints());
        assertTrue(number("document.images.length") > 0);
        assertTrue(tab().eval(
                        "Array.from(document.images).every(function (i) { return i.complete && i.naturalWidth > 1; })")
                .getAsBoolean());
        assertEquals("sticky", text("getComputedStyle(document.querySelector('.bar')).position"));
    }

    @Test
    void aWordOfACommandLeadsToItsStep() throws IOException, InterruptedException {
        tab().press("/");
        assertEquals("find", text("document.activeElement.id"));
        tab().write("recompute_deck_load");
        waitFor("document.querySelectorAll('#hits a').length === 1");
        assertEquals("1 hit", text("document.getElementById('count').textContent"));
        assertTrue(text("document.querySelector('#hits a').textContent").startsWith("Step 3.4: Compare"));
        assertEquals("recompute_deck_load", text("document.querySelector('#hits mark').textContent"));
        tab().press("ArrowDown");
        assertEquals("A", text("document.activeElement.tagName"));
        tab().press("ArrowUp");
        assertEquals("find", text("document.activeElement.id"));
        tab().press("Enter");
        waitFor("location.hash === '#s3.4'");
        assertEquals("s3.4", text("document.activeElement.id"));
        assertTrue(tab().eval("document.getElementById('hits').hidden").getAsBoolean());
    }

    @Test
    void peopleSystemsIncidentsAndPlaybooksAreFoundInAnyCaseAndWithoutAccents()
            throws IOException, InterruptedException {
        tab().press("/");
        for (String[] search : new String[][] {
            {"ines caldeira", "Name: Inês Caldeira"},
            {"FREIGHT desk", "System: Freight desk"},
            {"empties the freight quotes", "Incident: A staging script"},
            {"rotate every credential", "Playbook: Rotate every credential"}
        }) {
            tab().write(search[0]);
            waitFor(
                    "Array.from(document.querySelectorAll('#hits strong')).some(function (s) { return s.textContent.indexOf('"
                            + search[1] + "') === 0; })");
            tab().press("Escape");
            assertEquals("", text("document.getElementById('find').value"));
        }
        tab().write("no such word anywhere");
        waitFor("document.getElementById('count').textContent === 'Nothing found.'");
        assertEquals(List.of(), tab().complaints());
    }

    @Test
    void ticksStayUntilTheyAreCleared() throws IOException, InterruptedException {
        tab().eval("document.querySelectorAll('.to-tick')[1].click()");
        tab().reload();
        assertEquals(1, number("document.querySelectorAll('.to-tick:checked').length"));
        assertEquals("Clear 1 ticks", text("document.querySelector('.clear').textContent"));
        tab().eval("document.querySelector('.clear').click()");
        tab().reload();
        assertEquals(0, number("document.querySelectorAll('.to-tick:checked').length"));
        assertTrue(tab().eval("document.querySelector('.clear').hidden").getAsBoolean());
    }

    @Test
    void withoutJavaScriptItIsWholeAndHasNoSearch() throws IOException, InterruptedException {
        int steps = number("document.querySelectorAll('.step').length");
        tab().scripts(false);
        tab().show(book);
        assertTrue(tab().eval("document.getElementById('search').hidden").getAsBoolean());
        assertEquals(0, number("document.querySelectorAll('button').length"));
        assertEquals(steps, number("document.querySelectorAll('.step').length"));
        tab().eval("document.querySelector('#contents .whole a').click()");
        waitFor("location.hash === '#p1'");
        tab().scripts(true);
    }

    /** The lines in the margins are asked of the browser itself: which rules it has understood. */
    @Test
    void everySheetHasVersionDateAndDigest() throws IOException, InterruptedException {
        String rules = text(
                "Array.from(document.styleSheets[0].cssRules).map(function (r) { return r.cssText; }).join('\\n')");
        assertTrue(
                Pattern.compile("@page \\{[^@]*@bottom-left \\{[^}]*" + digest)
                        .matcher(rules)
                        .find(),
                rules);
        assertTrue(Pattern.compile(
                        "@page p3 \\{[^@]*@top-left \\{[^}]*3 {2}Restore the database[^@]*@top-right \\{[^}]*version 4")
                .matcher(rules)
                .find());
        Path pdf = folder.resolve("book.pdf");
        Files.write(pdf, tab().print());
        Path reader = onPath("pdftotext");
        if (reader == null) {
            System.err.println("*".repeat(80) + "\nNO pdftotext: what is printed on each sheet was NOT looked at.\n"
                    + "Install poppler-utils (.ci/run does) and run it.\n" + "*".repeat(80));
        }
        Assumptions.assumeTrue(reader != null, "there is no pdftotext on this machine");
        List<String> sheets = sheets(Objects.requireNonNull(reader), pdf);
        assertTrue(sheets.size() > 20, "sheets: " + sheets.size());
        int sheet = 0;
        int ofPlaybooks = 0;
        for (String printed : sheets) {
            sheet++;
            assertTrue(printed.contains("as of 20") && printed.contains("digest " + digest), sheet + ": " + printed);
            assertTrue(printed.contains(sheet + " / " + sheets.size()), sheet + ": " + printed);
            ofPlaybooks += printed.lines().anyMatch(l -> l.matches("\\s*[0-9]+\\s+\\S.*\\sversion [0-9]+\\s*")) ? 1 : 0;
        }
        assertTrue(ofPlaybooks > sheets.size() - 10, ofPlaybooks + " of " + sheets.size());
        String all = String.join("\n", sheets);
        assertTrue(all.contains("Is this copy stale?"));
        // The longest line of a command: nothing of it is cut off.
        assertTrue(all.replaceAll("\\s+", "").contains("DB_HOST=booking-db-s1"));
        assertFalse(all.contains("Key /"), "what helps on a screen is printed");
    }

    private static @Nullable Path onPath(String program) {
        String path = System.getenv("PATH");
        for (String folder : path == null ? new String[0] : path.split(File.pathSeparator, -1)) {
            Path file = Path.of(folder, program);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        return null;
    }

    private static List<String> sheets(Path reader, Path pdf) throws IOException, InterruptedException {
        Path text = pdf.resolveSibling("book.txt");
        Process process = new ProcessBuilder(reader.toString(), "-layout", pdf.toString(), text.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
        try (Stream<String> pages =
                Pattern.compile("\f").splitAsStream(Files.readString(text, StandardCharsets.UTF_8))) {
            return pages.filter(p -> !p.isBlank()).toList();
        }
    }
}
