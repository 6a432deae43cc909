package dev.allclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads every page of a site as a browser on a stick would: each link names a file of the site and an id on it, nothing
 * runs, and nothing is asked of a network.
 */
class SiteLinksTest {

    /** The elements with which a page makes a browser fetch something. */
    private static final Set<String> FETCHING = Set.of(
            "link", "img", "iframe", "frame", "script", "object", "embed", "audio", "video", "source", "track",
            "image");

    @TempDir
    private Path folder = Path.of("");

    private record Found(Path site, Map<Path, Document> pages, List<String> wrong) {

        int followed() {
            int followed = 0;
            for (Map.Entry<Path, Document> page : pages.entrySet()) {
                for (Element element : page.getValue().getAllElements()) {
                    for (Attribute attribute : element.attributes()) {
                        followed += look(page.getKey(), element, attribute) ? 1 : 0;
                    }
                }
            }
            return followed;
        }

        private boolean look(Path page, Element element, Attribute attribute) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            String value = attribute.getValue();
            if (name.startsWith("on") || name.equals("style") || name.equals("srcset") || name.equals("background")) {
                say(page, element, "has " + name);
            }
            if (!Set.of("href", "src", "data", "action", "poster", "xlink:href").contains(name)) {
                return false;
            }
            if (value.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
                boolean inItself = isBook(page) && value.startsWith("data:image/");
                if (!inItself && (!element.nameIs("a") || !value.matches("(https?|mailto|tel):.*"))) {
                    say(page, element, "leads out of the site");
                }
                return false;
            }
            if (value.startsWith("/") || value.startsWith("\\")) {
                say(page, element, "does not work from a stick");
                return false;
            }
            follow(page, element, value);
            return true;
        }

        private void follow(Path page, Element element, String link) {
            int hash = link.indexOf('#');
            String path = decode(hash < 0 ? link : link.substring(0, hash));
            Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
            if (!target.startsWith(site) || !Files.isRegularFile(target)) {
                say(page, element, "names no file of the site");
                return;
            }
            Document other = pages.get(target);
            if (hash >= 0 && (other == null || other.getElementById(decode(link.substring(hash + 1))) == null)) {
                say(page, element, "names no place on its page");
            }
        }

        /** A plus sign is a plus sign in a path. */
        private static String decode(String url) {
            return URLDecoder.decode(url.replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        private void say(Path page, Element element, String what) {
            String text = element.outerHtml().lines().findFirst().orElse("");
            wrong.add(site.relativize(page) + ": " + what + ": " + text.substring(0, Math.min(160, text.length())));
        }

        /** The emergency edition, which carries everything in itself; EmergencyEditionTest holds it to that. */
        private boolean isBook(Path page) {
            return page.endsWith("emergency.html");
        }

        private void lookAtPages() {
            pages.forEach((path, page) -> {
                Set<String> ids = new HashSet<>();
                for (Element element : page.select("[id]")) {
                    if (!ids.add(element.id())) {
                        say(path, element, "has an id that stands twice");
                    }
                }
                for (Element element : page.select("[aria-labelledby]")) {
                    if (!ids.contains(element.attr("aria-labelledby"))) {
                        say(path, element, "has a name that is not there");
                    }
                }
                for (Element element : page.select(
                        isBook(path)
                                ? "script[src], base, form, iframe, object, embed"
                                : "script:not([src][defer]), style, base, form, iframe, object, embed")) {
                    say(path, element, "must not stand on a page");
                }
                for (Element element : page.getAllElements()) {
                    if (!isBook(path)
                            && FETCHING.contains(element.normalName())
                            && element.outerHtml().contains("//")) {
                        say(path, element, "asks something of a network");
                    }
                }
                if (page.select("h1").size() != 1) {
                    say(path, page, "has not one first heading");
                }
                if (page.title().isBlank() || page.select("html[lang]").isEmpty()) {
                    say(path, page, "has no title or no language");
                }
            });
        }
    }

    private Found read(Path content, String now) throws IOException {
        Path site = folder.resolve("site");
        Tool.Answer answer =
                InProcess.run("build", "--content", content.toString(), "--site", site.toString(), "--now", now);
        assertEquals(0, answer.status(), answer.err());
        return read(site);
    }

    private static Found read(Path site) throws IOException {
        Map<Path, Document> pages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                pages.put(file, Jsoup.parse(Files.readString(file)));
            }
        }
        return new Found(site, pages, new ArrayList<>());
    }

    private void holds(Path content, String now, int pages, int links) throws IOException {
        holds(read(content, now), pages, links);
    }

    private static void holds(Found found, int pages, int links) throws IOException {
        int followed = found.followed();
        found.lookAtPages();
        assertEquals("", String.join("\n", found.wrong()));
        assertTrue(found.pages().size() >= pages, "pages: " + found.pages().size());
        assertTrue(followed >= links, "links: " + followed);
        String style = Files.readString(found.site().resolve("theme/style.css"));
        assertTrue(!style.contains("url(") && !style.contains("@import"), "the style sheet asks for something more");
    }

    @Test
    void theDemonstrationHoldsTogether() throws IOException {
        holds(Tool.DEMO, Tool.NOW, 45, 900);
    }

    @Test
    void theSmallSiteHoldsTogether() throws IOException {
        holds(InProcess.SMALL, InProcess.SMALL_NOW, 17, 200);
    }

    /** From version to version too, and to what is gone. */
    @Test
    void aSiteWithVersionsHoldsTogether() throws IOException {
        holds(read(new Released(folder).three().site()), 80, 1500);
    }

    /** So that the other tests can't pass because nothing is looked at. */
    @Test
    void whatIsWrongIsSeen() throws IOException {
        Found found = read(InProcess.SMALL, InProcess.SMALL_NOW);
        Path page = found.site().resolve("pages/notices.html");
        Objects.requireNonNull(found.pages().get(page))
                .body()
                .append("<a href=\"nowhere.html\">a</a><a href=\"index.html#nowhere\">b</a><a href=\"/pages/\">c</a>"
                        + "<a href=\"../../site.yaml\">d</a><a href=\"javascript:x\">e</a><h2 id=\"readers\">f</h2>"
                        + "<img src=\"https://x.example/x.png\" onerror=\"x\"><script>g</script>"
                        + "<p style=\"color:red\">h</p>");
        found.followed();
        found.lookAtPages();
        assertEquals(11, found.wrong().size(), String.join("\n", found.wrong()));
    }
}
