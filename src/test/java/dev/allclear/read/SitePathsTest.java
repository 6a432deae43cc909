package dev.allclear.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitePathsTest {

    /** The paths of a content folder that holds these files. */
    static SitePaths of(String... files) {
        List<ContentTree.Entry> all = Arrays.stream(files)
                .sorted()
                .map(f -> new ContentTree.Entry(f, Path.of(f), 1))
                .toList();
        return new SitePaths(new ContentTree(
                Path.of("content"),
                "content",
                all.stream().filter(e -> e.path().endsWith(".md")).toList(),
                all.stream().filter(e -> !e.path().endsWith(".md")).toList(),
                List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "incidents/a/incident.md, incidents/a/incident.html",
        "playbooks/deep/er/x.md, playbooks/deep/er/x.html",
        "pages/a.b.md, pages/a.b.html",
        "incidents/a/capture.txt, incidents/a/capture.txt",
        "pages/noextension, pages/noextension"
    })
    void aFileKeepsItsFolderAndItsName(String file, String target) {
        assertEquals(target, of(file).of(file));
    }

    @ParameterizedTest
    @CsvSource({
        "index.md, index_.html",
        "INDEX.md, INDEX_.html",
        "incidents/index.md, incidents/index_.html",
        "people.md, people_.html",
        "record.json, record_.json",
        "Record.JSON, Record_.JSON",
        "manifest.json, manifest_.json",
        "SHA256SUMS, SHA256SUMS_",
        "v/1/index.md, v_/1/index.html",
        "V/1/index.md, V_/1/index.html",
        "systems/tills.md, systems_/tills.html",
        "theme/site.css, theme_/site.css"
    })
    void noFileTakesThePlaceOfWhatTheToolMakes(String file, String target) {
        assertEquals(target, of(file).of(file));
    }

    @ParameterizedTest
    @CsvSource({"x.html", "x.HTM", "x.xhtml", "x.js", "x.mjs", "x.xml", "x.shtml"})
    void whatABrowserWouldRunTravelsAsText(String file) {
        assertEquals("pages/" + file + ".txt", of("pages/" + file).of("pages/" + file));
    }

    @Test
    void twoFilesNeverShareAPlaceNotEvenWhereLetterCaseIsLost() {
        SitePaths paths = of("pages/A.md", "pages/a.md", "pages/a.html.txt", "pages/a.html", "pages/a_.md");
        List<String> targets = List.of(
                paths.of("pages/A.md"),
                paths.of("pages/a.md"),
                paths.of("pages/a_.md"),
                paths.of("pages/a.html"),
                paths.of("pages/a.html.txt"));
        assertEquals(
                List.of("pages/A.html", "pages/a_.html", "pages/a__.html", "pages/a.html.txt", "pages/a.html_.txt"),
                targets);
    }

    @Test
    void documentsComeFirstWhateverTheOrderOfNames() {
        SitePaths paths = of("incidents/a/incident.md", "incidents/a/incident.html");
        assertEquals("incidents/a/incident.html", paths.of("incidents/a/incident.md"));
        assertEquals("incidents/a/incident.html.txt", paths.of("incidents/a/incident.html"));
    }

    @Test
    void foldersAndSettingsLeadToTheirPages() {
        SitePaths paths = of("incidents/a/incident.md");
        assertEquals("index.html", paths.find(""));
        assertEquals("incidents/index.html", paths.find("incidents"));
        assertEquals("incidents/a/incident.html", paths.find("incidents/a"));
        assertEquals("systems/index.html", paths.find("systems.yaml"));
        assertEquals("people.html", paths.find("people.yaml"));
        assertNull(paths.find("site.yaml"));
        assertNull(paths.find("incidents/b"));
        assertThrows(IllegalArgumentException.class, () -> paths.of("incidents/b/incident.md"));
    }
}
