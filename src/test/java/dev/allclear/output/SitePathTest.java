package dev.allclear.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitePathTest {

    @ParameterizedTest
    @CsvSource({
        "index.html, people.html, people.html",
        "index.html, incidents/a/incident.html, incidents/a/incident.html",
        "incidents/a/incident.html, index.html, ../../index.html",
        "incidents/a/incident.html, incidents/a/decisions.html, decisions.html",
        "incidents/a/incident.html, incidents/b/incident.html, ../b/incident.html",
        "incidents/a/incident.html, incidents/a/incident.html, incident.html",
        "a/b/c/d.html, a/x/d.html, ../../x/d.html",
        "a/b.html, ab/b.html, ../ab/b.html",
        "index.html, pages/a b.html, pages/a%20b.html",
        "index.html, pages/ü#?%.html, pages/%C3%BC%23%3F%25.html",
        "index.html, a:b.html, ./a:b.html",
        "x/index.html, x/a:b.html, ./a:b.html",
        "index.html, pages/a:b.html, pages/a:b.html"
    })
    void addressesAreRelativeAndNameAFile(String from, String to, String address) {
        assertEquals(address, SitePath.relative(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, a:b.html",
        "incidents/a/incident.html, pages/😀 & 'so'.html",
        "playbooks/deep/er/x.html, playbooks/deep/y.html",
        "v/1/index.html, index.html"
    })
    void aBrowserArrivesWhereTheAddressLeads(String from, String to) {
        URI page = URI.create("file:///stick/site/" + from);
        assertEquals(
                "/stick/site/" + to, page.resolve(SitePath.relative(from, to)).getPath());
    }
}
