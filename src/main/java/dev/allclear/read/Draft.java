package dev.allclear.read;

import dev.allclear.finding.Location;
import dev.allclear.form.DocumentForm;
import dev.allclear.form.Form;
import dev.allclear.markdown.Fence;
import dev.allclear.markdown.Heading;
import dev.allclear.markdown.Link;
import dev.allclear.markdown.Mark;
import dev.allclear.markdown.Markdown;
import dev.allclear.markdown.MarkdownReader;
import dev.allclear.markdown.Section;
import dev.allclear.model.Audience;
import dev.allclear.model.Document;
import dev.allclear.model.DocumentKind;
import dev.allclear.model.FaultKind;
import dev.allclear.model.Field;
import dev.allclear.model.Part;
import dev.allclear.model.Prose;
import dev.allclear.model.Reference;
import dev.allclear.model.Waiver;
import dev.allclear.output.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;

/** One Markdown file on its way into the model: cut, parsed, its common front matter read. */
final class Draft {

    /** For documents whose text the model holds in smaller pieces: no page may stand in memory twice. */
    static final Prose NO_PROSE = new Prose(List.of(), "");

    private static final Pattern HEADING_END = Pattern.compile("[\\s:.\\uFF1A]+$");

    private static final Markdown EMPTY = new Markdown(
            List.of(new Section(null, List.of(), "", List.of())),
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    final String path;
    final String file;
    final String page;
    final DocumentKind kind;
    final Faults faults;
    final Fields fields;
    final Markdown markdown;
    final PageLinks links;

    /** SHA-256 of the file's bytes, of a playbook; of others nobody asks for it. */
    final String source;

    /** Whether the front matter is there and could be read. */
    final boolean readable;

    /** Whether any front matter is there. */
    final boolean hasFrontMatter;

    private final String text;
    private final int bodyLine;
    private final List<Reference> inRecords = new ArrayList<>();
    private final Field<String> title;
    private final Field<Audience> audience;

    private Draft(Builder b, Form form, FaultKinds kinds, boolean required) {
        this.path = b.entry.path();
        this.file = b.file;
        this.page = b.page;
        this.kind = b.kind;
        this.faults = b.faults;
        this.links = b.links;
        this.source = b.digest;
        boolean decoded = b.source.text() != null;
        String text = b.source.text() == null ? "" : b.source.text();
        Location opening = FrontMatter.opening(file);
        MappingNode node = null;
        FrontMatter cut = FrontMatter.cut(text);
        this.hasFrontMatter = cut.yaml() != null;
        if (!decoded) {
            faults.add(
                    FaultKind.SYNTAX,
                    "",
                    b.source.bad() == null ? opening : b.source.bad(),
                    "The file is not UTF-8 from here on",
                    "Save it as UTF-8.");
        } else if (!cut.closed()) {
            faults.add(
                    FaultKind.SYNTAX,
                    "",
                    opening,
                    "The front matter that begins here has no end",
                    "Write a line `---` after its last field.");
        }
        Position position = new Position(file, cut.yamlLine(), 0, opening);
        boolean broken = !decoded || !cut.closed();
        if (!broken && cut.yaml() != null) {
            int before = faults.all().size();
            node = YamlText.mapping(cut.yaml(), position, faults, FaultKind.SYNTAX);
            broken = node == null && faults.all().size() > before;
        }
        if (!broken && required && cut.yaml() == null) {
            faults.add(
                    FaultKind.MISSING_FIELD,
                    "",
                    opening,
                    "%s begins with its front matter, and this one has none".formatted(Fields.capital(form.what())),
                    "Write its fields between two lines `---` at the top of the file.");
        }
        this.readable = !broken;
        this.fields = new Fields(node, form, position, faults, kinds, !broken && cut.yaml() != null);
        this.markdown = decoded && cut.closed() ? MarkdownReader.read(cut.body(), file, cut.bodyLine(), links) : EMPTY;
        this.text = text;
        this.bodyLine = cut.bodyLine();
        Secrets.report(text, file, faults);
        Remarks.report(this);
        this.title = fields.text(DocumentForm.TITLE);
        this.audience = fields.named(DocumentForm.AUDIENCE);
    }

    private record Builder(
            ContentTree.Entry entry,
            String file,
            String page,
            DocumentKind kind,
            Source source,
            PageLinks links,
            Faults faults,
            String digest) {}

    /** Opens a file. */
    static Draft open(
            ContentTree.Entry entry,
            String content,
            Lookups lookups,
            byte[] bytes,
            DocumentKind kind,
            Form form,
            FaultKinds kinds,
            Set<String> incidents) {
        String file = entry.shown(content);
        String page = lookups.of(entry.path());
        boolean required = kind == DocumentKind.INCIDENT || kind == DocumentKind.ROOT_CAUSE;
        return new Draft(
                new Builder(
                        entry,
                        file,
                        page,
                        kind,
                        Source.decode(bytes, file),
                        new PageLinks(lookups, entry.path(), page),
                        new Faults(incidents),
                        kind == DocumentKind.PLAYBOOK ? Sha256.of(bytes) : ""),
                form,
                kinds,
                required);
    }

    Location top() {
        return FrontMatter.opening(file);
    }

    Field<String> title() {
        return title;
    }

    /** The document, with all its prose. */
    Document document(String fallback) {
        return document(fallback, prose(0, markdown.sections().size(), true));
    }

    /** The document, with this prose. */
    Document document(String fallback, Prose prose) {
        return new Document(
                kind,
                path,
                page,
                shownTitle(fallback),
                audience.or(Audience.INTERNAL),
                fields.words(DocumentForm.TAGS).or(List.of()),
                waivers(),
                prose,
                references(),
                markdown.anchors(),
                languages(),
                top());
    }

    private SortedSet<String> languages() {
        SortedSet<String> languages = new TreeSet<>();
        markdown.fences().forEach(f -> languages.add(f.word()));
        languages.remove("");
        languages.remove("decision");
        return languages;
    }

    private List<Reference> references() {
        List<Reference> all = new ArrayList<>();
        for (Link link : markdown.links()) {
            all.add(Reference.on(page, link.destination(), link.target(), link.image(), link.at()));
        }
        all.addAll(inRecords);
        return all;
    }

    /** A value of a record as safe HTML. Its links count as the document's. */
    String inline(String value, Location at) {
        List<Link> found = new ArrayList<>();
        String html = MarkdownReader.inline(value, links, found);
        for (Link link : found) {
            inRecords.add(Reference.on(page, link.destination(), link.target(), link.image(), within(link, at)));
        }
        return html;
    }

    /** Where a link of a value stands in the file, or the place of the value if that can't be told. */
    private Location within(Link link, Location value) {
        String line = text(value.line(), value.line() + 1);
        int index = line.indexOf("](" + link.destination(), value.column() - 1);
        return index < 0 || link.destination().isEmpty()
                ? value
                : Location.on(file, value.line(), index + 3, link.destination().length());
    }

    /** The front matter's title, else the first heading that can be one, else the fallback. */
    private String shownTitle(String fallback) {
        if (title.value() != null) {
            return title.value();
        }
        Heading first = firstHeading();
        boolean anyLevel = kind == DocumentKind.PAGE || kind == DocumentKind.PLAYBOOK;
        return first != null
                        && (anyLevel || first.level() == 1)
                        && !first.text().isBlank()
                ? first.text()
                : fallback;
    }

    private @Nullable Heading firstHeading() {
        for (Section section : markdown.sections()) {
            if (section.heading() != null) {
                return section.heading();
            }
        }
        return null;
    }

    /**
     * The prose of some of the sections. A first heading that only repeats the title is left out, for the page has
     * its title already.
     */
    Prose prose(int from, int to, boolean footnotes) {
        List<Part> parts = new ArrayList<>();
        String shown = shownTitle("");
        Heading first = firstHeading();
        for (int i = from; i < to; i++) {
            Section section = markdown.sections().get(i);
            Heading heading = section.heading();
            boolean repeats =
                    heading != null && heading.equals(first) && heading.text().equals(shown);
            if (heading == null || repeats) {
                if (!section.html().isBlank()) {
                    parts.add(new Part(0, "", "", "", section.html()));
                }
            } else {
                parts.add(new Part(heading.level(), heading.id(), heading.html(), heading.text(), section.html()));
            }
        }
        return new Prose(parts, footnotes ? markdown.footnotes() : "");
    }

    /** The index of the section after the one at this index and all below its heading. */
    int endOf(int index) {
        List<Section> sections = markdown.sections();
        Heading heading = sections.get(index).heading();
        int level = heading == null ? 0 : heading.level();
        int end = index + 1;
        while (end < sections.size()) {
            Heading next = sections.get(end).heading();
            if (next != null && next.level() <= level) {
                break;
            }
            end++;
        }
        return end;
    }

    /** The indices of the sections below the title whose heading is one of these names, letter case aside. */
    List<Integer> named(String... names) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < markdown.sections().size(); i++) {
            Heading heading = markdown.sections().get(i).heading();
            // The first heading of level 1 is the title; the section before it has none.
            if (heading != null && (heading.level() > 1 || i > 1)) {
                String written = HEADING_END.matcher(heading.text().strip()).replaceAll("");
                for (String name : names) {
                    if (written.equalsIgnoreCase(name)) {
                        found.add(i);
                    }
                }
            }
        }
        return found;
    }

    /** A section and those below it as one piece of safe HTML, the inner headings among it. */
    String html(int index) {
        List<Section> sections = markdown.sections();
        StringBuilder html = new StringBuilder(sections.get(index).html());
        for (int i = index + 1; i < endOf(index); i++) {
            Heading heading = sections.get(i).heading();
            if (heading != null) {
                html.append("<h%d id=\"%s\">%s</h%d>\n"
                        .formatted(heading.level(), heading.id(), heading.html(), heading.level()));
            }
            html.append(sections.get(i).html());
        }
        return html.toString();
    }

    /** The lines of the file from one line to before another, each with LF, without blank ones at the end. */
    String text(int fromLine, int beforeLine) {
        StringBuilder piece = new StringBuilder();
        int length = 0;
        int line = 1;
        for (int at = 0; at < text.length() && line < beforeLine; line++) {
            int end = FrontMatter.lineEnd(text, at);
            if (line >= fromLine) {
                String one = text.substring(at, end);
                piece.append(one).append('\n');
                length = one.isBlank() ? length : piece.length();
            }
            at = FrontMatter.next(text, end);
        }
        return piece.substring(0, length);
    }

    /** The file without its front matter, each line with LF. */
    String body() {
        return text(bodyLine, Integer.MAX_VALUE);
    }

    /** SHA-256 of a text, in hexadecimal digits. */
    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The YAML of a record as fields. */
    Fields record(Fence fence, Form form, FaultKinds kinds, FaultKind broken) {
        Position position = new Position(file, fence.firstLine(), fence.indent(), fence.at());
        int before = faults.all().size();
        MappingNode node = YamlText.mapping(fence.literal(), position, faults, broken);
        boolean unread = node == null && faults.all().size() > before;
        return new Fields(node, form, position, faults, kinds, !unread);
    }

    /** Records what no document of an incident may hold: a fence or a comment without an end. */
    void refuseUnclosed() {
        for (Fence fence : markdown.fences()) {
            if (!fence.closed()) {
                faults.add(
                        FaultKind.RECORD,
                        "",
                        fence.at(),
                        "The fence that opens here is never closed, so all below it is code",
                        "Close it with a line of as many of the same characters.");
            }
        }
        for (Mark open : markdown.unclosed()) {
            faults.add(
                    FaultKind.RECORD,
                    "",
                    open.at(),
                    "The %s that opens here is never closed, so all below it is hidden"
                            .formatted(open.text().equals("-->") ? "comment" : "HTML"),
                    "Close it with `%s`.".formatted(open.text()));
        }
    }

    /**
     * Records lines that raw HTML has swallowed: a reader sees them, or they are gone, and they are no Markdown in any case.
     *
     * @param line what such a line looks like
     * @param what what it would be as Markdown
     * @param sections in which sections it would be that
     * @return the places of the HTML that has swallowed them
     */
    List<Location> refuseSwallowed(Pattern line, String what, IntPredicate sections) {
        List<Location> swallowing = new ArrayList<>();
        for (Mark raw : markdown.rawBlocks()) {
            Matcher matcher = line.matcher(raw.text());
            boolean open = markdown.unclosed().stream().anyMatch(o -> o.at().equals(raw.at()));
            if (!open && sections.test(raw.section()) && matcher.find()) {
                String before = raw.text().substring(0, matcher.start());
                int lines = (int) before.chars().filter(c -> c == '\n').count();
                faults.add(
                        FaultKind.RECORD,
                        "",
                        Location.on(
                                file,
                                raw.at().line() + lines,
                                lines == 0 ? raw.at().column() : 1,
                                matcher.group().stripTrailing().length()),
                        "`%s` stands inside raw HTML, where it is no %s"
                                .formatted(matcher.group().strip(), what),
                        "Write it as Markdown, with an empty line before it, or remove the HTML around it.");
                swallowing.add(raw.at());
            }
        }
        return swallowing;
    }

    /** Records the decision records of a document that is no decision log. */
    void refuseDecisions() {
        for (Fence fence : markdown.fences()) {
            if (fence.word().equals("decision")) {
                refuseDecision(fence);
            }
        }
    }

    /** Records a decision record that stands where none may. */
    void refuseDecision(Fence fence) {
        faults.add(
                FaultKind.RECORD,
                "decision",
                fence.at(),
                "A decision record stands here, where it decides nothing",
                "Put it directly under a `##` heading of the incident's decisions.md; to show one as an example, fence it as `markdown`.");
    }

    private List<Waiver> waivers() {
        List<Waiver> all = new ArrayList<>();
        for (Fields waiver : fields.mappings(DocumentForm.WAIVERS)) {
            all.add(new Waiver(
                    waiver.text(DocumentForm.RULE),
                    waiver.text(DocumentForm.REASON),
                    waiver.text(DocumentForm.BY),
                    waiver.date(DocumentForm.UNTIL),
                    waiver.whole()));
            waiver.refuseOthers();
        }
        return all;
    }
}
