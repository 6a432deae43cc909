package dev.allclear.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageLinksTest {

    private static final PageLinks LINKS = new PageLinks(
            new Lookups(
                    SitePathsTest.of(
                            "incidents/a/incident.md",
                            "incidents/a/decisions.md",
                            "incidents/a/capture.txt",
                            "incidents/b/incident.md",
                            "playbooks/a b.md",
                            "playbooks/ü.md",
                            "playbooks/100%.md",
                            "index.md",
                            "x.html"),
                    new Pictures(new ContentTree(
                            java.nio.file.Path.of("content"),
                            "content",
                            java.util.List.of(),
                            java.util.List.of(),
                            java.util.List.of())),
                    null),
            "incidents/a/incident.md",
            "incidents/a/incident.html");

    @ParameterizedTest
    @CsvSource({
        "decisions.md, decisions.html",
        "./decisions.md, decisions.html",
        "decisions.md#close-the-tills, decisions.html#close-the-tills",
        "decisions.md?x=1#y, decisions.html?x=1#y",
        "capture.txt, capture.txt",
        "../b/incident.md, ../b/incident.html",
        "../b, ../b/incident.html",
        "../b/, ../b/incident.html",
        "../../playbooks/a%20b.md, ../../playbooks/a%20b.html",
        "../../playbooks/a b.md, ../../playbooks/a%20b.html",
        "/playbooks/%C3%BC.md, ../../playbooks/%C3%BC.html",
        "/playbooks/ü.md, ../../playbooks/%C3%BC.html",
        "/playbooks/100%.md, ../../playbooks/100%25.html",
        "/playbooks/100%25.md, ../../playbooks/100%25.html",
        "/index.md, ../../index_.html",
        "/x.html, ../../x.html.txt",
        "/, ../../index.html",
        "/incidents, ../index.html",
        "/people.yaml, ../../people.html",
        "../../incidents//a/./decisions.md, decisions.html"
    })
    void linksLeadToWhatFilesBecome(String written, String target) {
        assertEquals(target, LINKS.resolve(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#here",
                "https://x.example/decisions.md",
                "mailto:ada@x.example",
                "//x.example/decisions.md",
                "gone.md",
                "Decisions.md",
                "../../../content/incidents/a/decisions.md",
                "../../../../etc/passwd",
                "..%2f..%2f..%2fetc/passwd",
                "%zz.md",
                "javascript:decisions.md"
            })
    void whatLeadsToNoFileOfTheContentStaysAsWritten(String written) {
        assertEquals(written, LINKS.resolve(written));
    }

    @Test
    void anEncodedWayOutIsAWayOutToo() {
        String written = "%2e%2e/%2e%2e/%2e%2e/incidents/a/decisions.md";
        assertEquals(written, LINKS.resolve(written));
    }
}
