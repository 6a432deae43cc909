package dev.allclear.render;

import dev.allclear.changes.Changes;
import dev.allclear.changes.Changes.Change;
import dev.allclear.changes.TextDiff;
import dev.allclear.model.DecisionLog;
import dev.allclear.model.Imprint;
import dev.allclear.model.Incident;
import dev.allclear.model.Issue;
import dev.allclear.model.PublishedDecision;
import dev.allclear.model.PublishedPerson;
import dev.allclear.model.PublishedPlaybook;
import dev.allclear.model.PublishedSystem;
import dev.allclear.model.PublishedVersion;
import dev.allclear.model.SiteMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is different from the version before. A long list goes on on further pages, so that none of them is heavy.
 *
 * @param compared what is compared with what, in a sentence
 * @param before the version that these pages are compared with; none if there is none
 * @param remarks what can't be told, in sentences
 * @param empty whether nothing is different
 * @param sections what is different
 * @param pages the pages of the list; none if there is only this one
 * @param page the number of this one, from 1
 */
public record ChangesView(
        String compared,
        List<LinkView> before,
        List<String> remarks,
        boolean empty,
        List<Section> sections,
        List<LinkView> pages,
        int page) {

    private static final String TEMPLATE = "changes.ftlh";

    /** How much text a page may hold: what a page may weigh, less its frame, before it is compressed. */
    private static final int FULL = 22_000;

    /** What an entry or a line weighs besides its text. */
    private static final int FRAME = 60;

    /**
     * Things of one kind.
     *
     * @param id {@code playbooks}, {@code incidents}, {@code decisions}, {@code people} or {@code systems}
     * @param continued whether it began on the page before
     * @param entries what is different
     */
    public record Section(String id, boolean continued, List<Entry> entries) {}

    /**
     * One thing.
     *
     * @param kind {@code added}, {@code removed}, {@code changed}, or {@code event}
     * @param words what became of it, in a few words
     * @param at when, if it has a time
     * @param subject the thing
     * @param details what is different about it, in words
     * @param by who decided it; no text if nobody did
     * @param compared its page in the version before, if it has one
     * @param lines the difference of its text
     * @param continued whether its text began on the page before
     */
    public record Entry(
            String kind,
            List<String> words,
            TimeView at,
            LinkView subject,
            List<String> details,
            LinkView by,
            LinkView compared,
            List<LineView> lines,
            boolean continued) {

        private int weight() {
            int weight = FRAME + subject.text().length() + by.text().length();
            for (String one : details) {
                weight += one.length();
            }
            return weight;
        }

        private Entry with(List<LineView> some, boolean goesOn) {
            return new Entry(kind, words, at, subject, details, by, compared, List.copyOf(some), goesOn);
        }
    }

    /**
     * A line of a difference.
     *
     * @param kind {@code same}, {@code added}, {@code removed}, {@code changed} or {@code left-out}
     * @param pieces its text
     * @param count how many lines it stands for
     */
    public record LineView(String kind, List<PieceView> pieces, int count) {

        private int weight() {
            return FRAME + pieces.stream().mapToInt(p -> p.text().length()).sum();
        }
    }

    /**
     * Some words of a line.
     *
     * @param kind {@code same}, {@code added} or {@code removed}
     * @param text the words
     */
    public record PieceView(String kind, String text) {}

    private static final TimeView NO_TIME = new TimeView("", "");
    private static final LinkView NOBODY = new LinkView("", "");

    /** What is compared, before it is put on pages. */
    private record Comparison(
            String compared, List<LinkView> before, List<String> remarks, boolean empty, List<List<Section>> pages) {}

    static List<PagePlan> plans(Atlas atlas) {
        Comparison comparison = comparison(atlas);
        List<PagePlan> plans = new ArrayList<>();
        for (int i = 0; i < comparison.pages().size(); i++) {
            int page = i + 1;
            Made made =
                    Made.with(TEMPLATE).from("people.yaml").from("systems.yaml").versions();
            if (!atlas.edition().issues().isEmpty()) {
                atlas.library()
                        .incidents()
                        .forEach(n -> made.naming(n.document().path()));
                atlas.library()
                        .playbooks()
                        .forEach(p -> made.naming(p.document().path()));
            }
            plans.add(new PagePlan(
                    path(page),
                    TEMPLATE,
                    page == 1
                            ? atlas.words().say("changes.title")
                            : atlas.words().say("changes.title-page", page),
                    "changes",
                    List.of(),
                    () -> view(comparison, page),
                    made.inputs()));
        }
        return plans;
    }

    private static String path(int page) {
        return page == 1 ? SiteMap.CHANGES : SiteMap.CHANGES.replace(".html", "-" + page + ".html");
    }

    private static ChangesView view(Comparison comparison, int page) {
        List<LinkView> pages = new ArrayList<>();
        for (int i = 1; i <= comparison.pages().size() && comparison.pages().size() > 1; i++) {
            pages.add(new LinkView(String.valueOf(i), i == page ? "" : path(i)));
        }
        return new ChangesView(
                comparison.compared(),
                comparison.before(),
                page == 1 ? comparison.remarks() : List.of(),
                comparison.empty(),
                comparison.pages().get(page - 1),
                pages,
                page);
    }

    private static Comparison comparison(Atlas atlas) {
        Words words = atlas.words();
        Imprint own = atlas.edition().imprint();
        List<Issue> issues = atlas.edition().issues();
        List<String> remarks = new ArrayList<>();
        Issue before = null;
        for (int i = issues.size() - 1; i >= 0 && before == null; i--) {
            Issue issue = issues.get(i);
            if (issue.record() != null) {
                before = issue;
            } else {
                remarks.add(words.say("changes.skipped", issue.label()));
            }
        }
        PublishedVersion record = before == null ? null : before.record();
        if (before == null || record == null) {
            String nothing = own == null
                    ? words.say(issues.isEmpty() ? "changes.no-version" : "changes.no-version-left")
                    : words.say(issues.isEmpty() ? "changes.first" : "changes.first-left", own.label());
            return new Comparison(nothing, List.of(), remarks, false, List.of(List.of()));
        }
        Links links = new Links(SiteMap.CHANGES);
        Changes changes = Changes.between(record, atlas.published(own == null ? "" : own.label()));
        if (changes.people() == null) {
            remarks.add(words.say("changes.no-people", before.label()));
        }
        String day = words.date(words.day(before.imprint().released()));
        return new Comparison(
                own == null ? words.say("changes.compared-now", day) : words.say("changes.compared", own.label(), day),
                List.of(new LinkView(
                        before.label(), atlas.elsewhere(links, before.imprint().folder() + SiteMap.HOME))),
                remarks,
                changes.isEmpty(),
                new Pages().with(sections(changes, before, atlas, links)));
    }

    private static List<Section> sections(Changes changes, Issue before, Atlas atlas, Links links) {
        List<Section> sections = new ArrayList<>();
        add("playbooks", changes.playbooks(), c -> playbook(c, before, atlas, links), sections);
        add("incidents", changes.incidents(), h -> incident(h, before, atlas, links), sections);
        add("decisions", changes.decisions(), d -> decision(d, atlas, links), sections);
        if (changes.people() != null) {
            add("people", changes.people(), c -> person(c, atlas, links), sections);
        }
        add("systems", changes.systems(), c -> system(c, atlas, links), sections);
        return sections;
    }

    private static <T> void add(String id, List<T> all, Function<T, Entry> entry, List<Section> to) {
        if (!all.isEmpty()) {
            to.add(new Section(id, false, all.stream().map(entry).toList()));
        }
    }

    private static String kind(@Nullable Object before, @Nullable Object after) {
        return before == null ? "added" : after == null ? "removed" : "changed";
    }

    private static Entry playbook(Change<PublishedPlaybook> change, Issue issue, Atlas atlas, Links links) {
        Words words = atlas.words();
        PublishedPlaybook before = change.before();
        PublishedPlaybook after = change.after();
        String kind = kind(before, after);
        List<String> details = new ArrayList<>();
        List<LineView> lines = new ArrayList<>();
        LinkView old = before == null || before.page().isEmpty()
                ? NOBODY
                : new LinkView(
                        issue.label(), atlas.elsewhere(links, issue.imprint().folder() + before.page()));
        if (before != null && after != null) {
            if (before.version() != after.version()) {
                details.add(words.say("changes.version", number(before, words), number(after, words)));
            }
            if (!before.title().equals(after.title())) {
                details.add(words.say("changes.renamed", before.title()));
            }
            if (before.text() == null || after.text() == null) {
                details.add(words.say("changes.no-text", issue.label()));
            } else if (!before.text().equals(after.text())) {
                TextDiff diff = TextDiff.of(before.text(), after.text());
                details.add(words.say("changes.lines", diff.added(), diff.removed(), diff.changed()));
                diff.lines().forEach(l -> lines.add(line(l)));
            }
        } else if (after != null && after.version() > 0) {
            details.add(words.say("playbook.version-n", after.version()));
        }
        LinkView subject = after != null
                ? new LinkView(after.title(), links.to(after.page()))
                : new LinkView(before == null ? change.id() : before.title(), old.url());
        return new Entry(
                kind, List.of(words.say("changes." + kind)), NO_TIME, subject, details, NOBODY, old, lines, false);
    }

    private static String number(PublishedPlaybook playbook, Words words) {
        return playbook.version() == 0 ? words.say("none") : String.valueOf(playbook.version());
    }

    private static LineView line(TextDiff.Line line) {
        return new LineView(
                word(line.kind()),
                line.pieces().stream()
                        .map(p -> new PieceView(word(p.kind()), p.text()))
                        .toList(),
                line.count());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Entry incident(Changes.Happening happening, Issue issue, Atlas atlas, Links links) {
        Words words = atlas.words();
        boolean gone = happening.events().contains(Changes.Event.GONE);
        String page = happening.incident().page();
        String url = gone ? atlas.elsewhere(links, issue.imprint().folder() + page) : links.to(page);
        return new Entry(
                gone ? "removed" : happening.events().contains(Changes.Event.DECLARED) ? "added" : "event",
                happening.events().stream()
                        .map(e -> words.say("changes.event." + word(e)))
                        .toList(),
                NO_TIME,
                new LinkView(happening.incident().title(), url),
                List.of(),
                NOBODY,
                NOBODY,
                List.of(),
                false);
    }

    private static Entry decision(Changes.Taken taken, Atlas atlas, Links links) {
        PublishedDecision decision = taken.decision();
        Incident incident = atlas.incident(taken.incident());
        DecisionLog log = incident == null ? null : incident.log();
        String url = incident == null || log == null
                ? ""
                : links.to(
                        log.document().page(),
                        incident.decisions().get(taken.index()).id());
        return new Entry(
                "added",
                List.of(),
                decision.at().equals(PublishedDecision.NO_TIME)
                        ? NO_TIME
                        : atlas.words().time(Instant.parse(decision.at())),
                new LinkView(decision.title(), url),
                incident == null ? List.of() : List.of(incident.title()),
                atlas.person(decision.said().get("by"), links),
                NOBODY,
                List.of(),
                false);
    }

    private static Entry person(Change<PublishedPerson> change, Atlas atlas, Links links) {
        Words words = atlas.words();
        PublishedPerson before = change.before();
        PublishedPerson after = change.after();
        List<String> details = new ArrayList<>();
        if (before != null && after != null) {
            differs("people.name", before.name(), after.name(), words, details);
            differs("people.role", before.role(), after.role(), words, details);
            differs(
                    "people.groups",
                    String.join(", ", before.groups()),
                    String.join(", ", after.groups()),
                    words,
                    details);
        } else if (after != null && !after.role().isEmpty()) {
            details.add(after.role());
        }
        return new Entry(
                kind(before, after),
                List.of(words.say("changes." + kind(before, after))),
                NO_TIME,
                after == null
                        ? new LinkView(before == null ? change.id() : before.name(), "")
                        : atlas.person(change.id(), links),
                details,
                NOBODY,
                NOBODY,
                List.of(),
                false);
    }

    private static Entry system(Change<PublishedSystem> change, Atlas atlas, Links links) {
        Words words = atlas.words();
        PublishedSystem before = change.before();
        PublishedSystem after = change.after();
        List<String> details = new ArrayList<>();
        if (before != null && after != null) {
            differs("people.name", before.name(), after.name(), words, details);
            differs(
                    "incident.owner",
                    atlas.person(before.productOwner(), links).text(),
                    atlas.person(after.productOwner(), links).text(),
                    words,
                    details);
            differs("system.rto", length(before.rto(), words), length(after.rto(), words), words, details);
            differs("system.rpo", length(before.rpo(), words), length(after.rpo(), words), words, details);
            differs("system.depends-on", names(before, atlas, links), names(after, atlas, links), words, details);
        }
        return new Entry(
                kind(before, after),
                List.of(words.say("changes." + kind(before, after))),
                NO_TIME,
                after == null
                        ? new LinkView(before == null ? change.id() : before.name(), "")
                        : atlas.system(change.id(), links),
                details,
                NOBODY,
                NOBODY,
                List.of(),
                false);
    }

    private static String names(PublishedSystem system, Atlas atlas, Links links) {
        return String.join(
                ", ",
                system.dependsOn().stream()
                        .map(s -> atlas.system(s, links).text())
                        .toList());
    }

    private static String length(@Nullable Duration duration, Words words) {
        return duration == null ? "" : words.length(duration);
    }

    private static void differs(String what, String before, String after, Words words, List<String> details) {
        if (!before.equals(after)) {
            details.add(words.say("changes.was-is", words.say(what), words.orNone(before), words.orNone(after)));
        }
    }

    /** Puts sections on pages, none of them too heavy. */
    private static final class Pages {

        private final List<List<Section>> pages = new ArrayList<>();
        private List<Section> page = new ArrayList<>();
        private int weight;

        List<List<Section>> with(List<Section> sections) {
            for (Section section : sections) {
                List<Entry> entries = new ArrayList<>();
                boolean continued = false;
                for (Entry whole : section.entries()) {
                    List<LineView> lines = new ArrayList<>();
                    weight += whole.weight();
                    boolean goesOn = false;
                    for (LineView line : whole.lines()) {
                        if (weight + line.weight() > FULL && !lines.isEmpty()) {
                            entries.add(whole.with(lines, goesOn));
                            turn(section, continued, entries);
                            entries = new ArrayList<>();
                            lines = new ArrayList<>();
                            continued = true;
                            goesOn = true;
                        }
                        weight += line.weight();
                        lines.add(line);
                    }
                    entries.add(whole.with(lines, goesOn));
                    if (weight > FULL) {
                        turn(section, continued, entries);
                        entries = new ArrayList<>();
                        continued = true;
                    }
                }
                if (!entries.isEmpty()) {
                    page.add(new Section(section.id(), continued, entries));
                }
            }
            if (!page.isEmpty() || pages.isEmpty()) {
                pages.add(page);
            }
            return List.copyOf(pages);
        }

        private void turn(Section section, boolean continued, List<Entry> entries) {
            page.add(new Section(section.id(), continued, entries));
            pages.add(page);
            page = new ArrayList<>();
            weight = 0;
        }
    }
}
