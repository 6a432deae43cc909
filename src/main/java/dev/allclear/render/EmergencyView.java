package dev.allclear.render;

import dev.allclear.markdown.Ground;
import dev.allclear.markdown.Transplant;
import dev.allclear.model.Account;
import dev.allclear.model.DisasterKind;
import dev.allclear.model.Exercise;
import dev.allclear.model.Group;
import dev.allclear.model.Imprint;
import dev.allclear.model.Part;
import dev.allclear.model.Person;
import dev.allclear.model.Playbook;
import dev.allclear.model.Prose;
import dev.allclear.model.SiteMap;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Word;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything for an emergency in one file: every playbook, the people, the systems, and what is open.
 *
 * @param foot what stands at the foot of every sheet: the site, the edition, the date, the digest
 * @param digest the beginning of the digest of what it was made from, as people compare it
 * @param wholeDigest all of it
 * @param newest where the newest edition is; none if the site has no address
 * @param overdue how many playbooks were overdue for review when it was made
 * @param review what falls due for review first after that, in words; empty if there is nothing
 * @param incidents the incidents that are open
 * @param bySystem the playbooks by the system that they restore
 * @param byKind the playbooks by the kind of disaster that they are for
 * @param contents every playbook, in order
 * @param sheets the playbooks themselves
 * @param systems the systems
 * @param people everybody
 * @param groups the groups that are kept informed
 * @param shell what it needs to be read without any other file
 */
public record EmergencyView(
        String foot,
        String digest,
        String wholeDigest,
        List<LinkView> newest,
        int overdue,
        String review,
        List<OpenIncident> incidents,
        List<Shelf> bySystem,
        List<Shelf> byKind,
        List<Entry> contents,
        List<Sheet> sheets,
        List<SystemRow> systems,
        List<PersonRow> people,
        List<GroupRow> groups,
        SelfContained shell) {

    private static final String TEMPLATE = "emergency.ftlh";

    /**
     * A line of the table of contents.
     *
     * @param number the playbook's number in the book
     * @param link where it is
     * @param version its version, or empty
     * @param within how long its steps may take together, or empty
     */
    public record Entry(int number, LinkView link, String version, String within) {}

    /**
     * Playbooks that belong together.
     *
     * @param name what they have in common
     * @param entries the playbooks
     */
    public record Shelf(LinkView name, List<Entry> entries) {}

    /**
     * An open incident in short.
     *
     * @param id its anchor
     * @param card the incident
     * @param playbooks those that fit
     */
    public record OpenIncident(String id, IncidentCard card, List<Entry> playbooks) {}

    /**
     * A playbook, which begins on a sheet of its own.
     *
     * @param number its number in the book
     * @param id its anchor
     * @param title its title
     * @param page its page in the site
     * @param facts what its record says
     * @param within how long its steps may take together, or empty
     * @param budget that sum against the objective of each system, in words
     * @param over whether it passes one of them
     * @param before safe HTML: the prose before the steps
     * @param stepsId the anchor of the heading above the steps
     * @param steps the steps
     * @param after safe HTML: the prose after them
     */
    public record Sheet(
            int number,
            String id,
            String title,
            String page,
            List<FactView> facts,
            String within,
            List<String> budget,
            boolean over,
            String before,
            String stepsId,
            List<PlaybookView.StepView> steps,
            String after) {}

    /**
     * A system.
     *
     * @param id its anchor
     * @param name as people call it
     * @param state its state
     * @param owner its Product Owner
     * @param rto the recovery time objective, or empty
     * @param rpo the recovery point objective, or empty
     * @param dependsOn the systems that it needs
     * @param playbooks what restores it
     */
    public record SystemRow(
            String id,
            String name,
            String state,
            LinkView owner,
            String rto,
            String rpo,
            List<LinkView> dependsOn,
            List<Entry> playbooks) {}

    /**
     * A person.
     *
     * @param id the anchor
     * @param name the name
     * @param role what they do
     * @param owns the systems whose Product Owner they are
     */
    public record PersonRow(String id, String name, String role, List<LinkView> owns) {}

    /**
     * A group.
     *
     * @param id its anchor
     * @param name how documents name it
     * @param told whether it must be told of every change of state
     * @param members its members
     */
    public record GroupRow(String id, String name, boolean told, List<LinkView> members) {}

    static PagePlan plan(Atlas atlas, Theme theme, Pictures pictures) {
        Made made = Made.with(TEMPLATE)
                .using(SelfContained.STYLE, SelfContained.OWN_STYLE, SelfContained.SCRIPT, SelfContained.ICON)
                .from("people.yaml")
                .from("systems.yaml")
                .from("site.yaml");
        atlas.library().emergency().files().keySet().forEach(made::from);
        atlas.accounts().forEach(a -> made.naming(a.incident().document().path()));
        atlas.open().forEach(a -> a.incident().documents().forEach(made::from));
        return new PagePlan(
                SiteMap.EMERGENCY,
                TEMPLATE,
                atlas.words().say("emergency.title"),
                "emergency",
                List.of(),
                () -> new Maker(atlas, new Book(atlas, pictures)).view(theme),
                made.inputs());
    }

    /** Where the live site shows the digest that a copy is compared with. */
    static LinkView newest(String path, Atlas atlas) {
        String digest = atlas.library().emergency().shown();
        return new LinkView(digest, new Links(path).to(SiteMap.EMERGENCY));
    }

    /** Puts the book together, page by page, for a book has each id once. */
    private static final class Maker {

        private final Atlas atlas;
        private final Book book;
        private final Words words;

        Maker(Atlas atlas, Book book) {
            this.atlas = atlas;
            this.book = book;
            this.words = atlas.words();
        }

        EmergencyView view(Theme theme) {
            List<Sheet> sheets = new ArrayList<>();
            List<RunningLine> lines = new ArrayList<>();
            for (Playbook playbook : atlas.library().playbooks()) {
                Sheet sheet = sheet(playbook);
                sheets.add(sheet);
                String version = playbook.version().map(v -> words.say("playbook.version-n", v));
                lines.add(new RunningLine(
                        sheet.id(),
                        sheet.number() + "  " + sheet.title(),
                        version == null ? words.say("emergency.no-version") : version));
            }
            String digest = atlas.library().emergency().shown();
            String foot = foot(digest);
            return new EmergencyView(
                    foot,
                    digest,
                    atlas.library().emergency().digest(),
                    address(),
                    overdue(),
                    review(),
                    atlas.open().stream().map(this::incident).toList(),
                    bySystem(),
                    byKind(),
                    entries(atlas.library().playbooks()),
                    sheets,
                    systems(),
                    people(),
                    groups(),
                    SelfContained.of(
                            theme, RunningLine.css(foot, lines, words.messages().direction())));
        }

        private String foot(String digest) {
            String site = atlas.library().site().title().or(words.say("frame.untitled"));
            String now = words.time(atlas.now()).shown();
            Imprint imprint = atlas.edition().imprint();
            return imprint == null
                    ? words.say("emergency.foot", site, now, digest)
                    : words.say("emergency.foot.version", site, now, digest, imprint.label());
        }

        private List<LinkView> address() {
            String url = atlas.library().site().url().or("");
            if (!url.startsWith("https://") && !url.startsWith("http://")) {
                return List.of();
            }
            String address = url + (url.endsWith("/") ? "" : "/") + SiteMap.EMERGENCY;
            return List.of(new LinkView(address, address));
        }

        private @Nullable LocalDate due(Playbook playbook) {
            LocalDate reviewed = playbook.reviewed().value();
            Duration every = playbook.reviewEvery().value();
            return reviewed == null || every == null ? null : reviewed.plusDays(every.toDays());
        }

        private int overdue() {
            LocalDate today = words.day(atlas.now());
            int overdue = 0;
            for (Playbook playbook : atlas.library().playbooks()) {
                LocalDate due = due(playbook);
                overdue += due != null && due.isBefore(today) ? 1 : 0;
            }
            return overdue;
        }

        private String review() {
            LocalDate today = words.day(atlas.now());
            LocalDate first = null;
            String title = "";
            for (Playbook playbook : atlas.library().playbooks()) {
                LocalDate due = due(playbook);
                if (due != null && !due.isBefore(today) && (first == null || due.isBefore(first))) {
                    first = due;
                    title = playbook.document().title();
                }
            }
            return first == null ? "" : words.say("emergency.stale.review", words.date(first), title);
        }

        private OpenIncident incident(Account account) {
            return new OpenIncident(
                    book.id(account.incident().document().page()),
                    IncidentCard.of(account, atlas, book),
                    entries(atlas.fitting(account.incident())));
        }

        private Entry entry(Playbook playbook) {
            String version = playbook.version().map(v -> words.say("playbook.version-n", v));
            Duration within = playbook.within();
            return new Entry(
                    book.number(playbook),
                    atlas.playbook(playbook, book),
                    version == null ? "" : version,
                    within.isZero() ? "" : words.length(within));
        }

        private List<Entry> entries(List<Playbook> playbooks) {
            return playbooks.stream().map(this::entry).toList();
        }

        private List<Shelf> bySystem() {
            List<Shelf> shelves = new ArrayList<>();
            for (SystemUnderCare system : atlas.library().systems().values()) {
                shelve(atlas.system(system.id(), book), atlas.playbooksOf(system.id()), shelves);
            }
            shelve(
                    new LinkView(words.say("home.other-playbooks"), ""),
                    atlas.library().playbooks().stream()
                            .filter(p -> p.systems().stream()
                                    .noneMatch(s -> atlas.library().systems().containsKey(s.text())))
                            .toList(),
                    shelves);
            return shelves;
        }

        private List<Shelf> byKind() {
            List<Shelf> shelves = new ArrayList<>();
            for (DisasterKind kind : DisasterKind.values()) {
                shelve(
                        new LinkView(atlas.word("kind", kind), ""),
                        atlas.library().playbooks().stream()
                                .filter(p -> p.kinds().contains(kind))
                                .toList(),
                        shelves);
            }
            shelve(
                    new LinkView(words.say("emergency.any-kind"), ""),
                    atlas.library().playbooks().stream()
                            .filter(p -> p.kinds().isEmpty())
                            .toList(),
                    shelves);
            return shelves;
        }

        private void shelve(LinkView name, List<Playbook> playbooks, List<Shelf> shelves) {
            if (!playbooks.isEmpty()) {
                shelves.add(new Shelf(name, entries(playbooks)));
            }
        }

        private Sheet sheet(Playbook playbook) {
            Ground ground = book.under(playbook);
            PlaybookView view = PlaybookView.of(playbook, atlas, book);
            int number = book.number(playbook);
            String before = prose(playbook.before(), ground);
            String stepsId = playbook.stepsId().isEmpty() ? "" : ground.id(playbook.stepsId());
            List<PlaybookView.StepView> steps = new ArrayList<>();
            for (PlaybookView.StepView step : view.steps()) {
                steps.add(new PlaybookView.StepView(
                        step.number(),
                        ground.id(step.id()),
                        Transplant.of(step.title(), ground),
                        step.who(),
                        step.how(),
                        step.within(),
                        step.seconds(),
                        Transplant.of(step.html(), ground),
                        Transplant.of(step.check(), ground),
                        Transplant.of(step.undo(), ground)));
            }
            return new Sheet(
                    number,
                    book.id(playbook.document().page()),
                    playbook.document().title(),
                    playbook.document().page(),
                    facts(playbook, view),
                    view.within(),
                    view.budget(),
                    view.over(),
                    before,
                    stepsId,
                    steps,
                    prose(playbook.after(), ground));
        }

        private String prose(Prose prose, Ground ground) {
            StringBuilder html = new StringBuilder();
            for (Part part : prose.parts()) {
                if (part.hasHeading()) {
                    String id = ground.id(part.id());
                    // A playbook has the second heading here: its sections have the third.
                    int level = Math.min(6, Math.max(2, part.level()) + 1);
                    html.append("<h%d%s>%s</h%d>\n"
                            .formatted(
                                    level,
                                    id.isEmpty() ? "" : " id=\"" + id + "\"",
                                    Transplant.of(part.title(), ground),
                                    level));
                }
                html.append(Transplant.of(part.html(), ground));
            }
            return html.append(Transplant.of(prose.footnotes(), ground)).toString();
        }

        /** What the record says, the objectives of what it restores, and its last exercise. */
        private List<FactView> facts(Playbook playbook, PlaybookView view) {
            List<FactView> facts = new ArrayList<>(view.facts());
            List<String> objectives = new ArrayList<>();
            for (Word word : playbook.systems()) {
                SystemUnderCare system = atlas.library().systems().get(word.text());
                if (system != null) {
                    objectives.add(words.say(
                            "emergency.objective",
                            system.display(),
                            words.orNone(system.rto().map(words::length)),
                            words.orNone(system.rpo().map(words::length))));
                }
            }
            if (!objectives.isEmpty()) {
                facts.add(new FactView(
                        words.say("emergency.objectives"),
                        List.of(new LinkView(String.join("; ", objectives), "")),
                        ""));
            }
            facts.add(new FactView(words.say("figures.last"), List.of(new LinkView(exercised(playbook), "")), ""));
            return facts;
        }

        private String exercised(Playbook playbook) {
            Exercise last = playbook.exercised().stream()
                    .filter(e -> e.on().value() != null)
                    .max(Comparator.comparing(e -> e.on().or(LocalDate.MIN)))
                    .orElse(null);
            if (last == null) {
                return words.say("figures.never");
            }
            StringBuilder said = new StringBuilder(words.orNone(last.on().map(words::date)));
            String took = last.took().map(words::length);
            String result = last.result().map(r -> atlas.word("result", r));
            said.append(took == null ? "" : ", " + took).append(result == null ? "" : ", " + result);
            return said.toString();
        }

        private List<SystemRow> systems() {
            List<SystemRow> rows = new ArrayList<>();
            for (SystemUnderCare system : atlas.library().systems().values()) {
                String rto = system.rto().map(words::length);
                String rpo = system.rpo().map(words::length);
                rows.add(new SystemRow(
                        book.id(atlas.systemPage(system.id())),
                        system.display(),
                        atlas.state(system.id()).word(),
                        atlas.person(system.productOwner().value(), book),
                        rto == null ? "" : rto,
                        rpo == null ? "" : rpo,
                        system.dependsOn().stream()
                                .map(w -> atlas.system(w.text(), book))
                                .toList(),
                        entries(atlas.playbooksOf(system.id()))));
            }
            return rows;
        }

        private List<PersonRow> people() {
            Map<String, List<LinkView>> owned = PeopleView.owned(atlas, book);
            List<PersonRow> rows = new ArrayList<>();
            for (Person person : atlas.library().people().values()) {
                rows.add(new PersonRow(
                        book.id(SiteMap.PEOPLE + "#person." + person.id()),
                        person.display(),
                        person.role().or(""),
                        owned.getOrDefault(person.id(), List.of())));
            }
            return rows;
        }

        private List<GroupRow> groups() {
            List<String> told = atlas.library().site().inform().or(List.of()).stream()
                    .map(Word::text)
                    .toList();
            List<GroupRow> rows = new ArrayList<>();
            for (Group group : atlas.library().groups().values()) {
                rows.add(new GroupRow(
                        book.id(SiteMap.PEOPLE + "#group." + group.id()),
                        group.id(),
                        told.contains(group.id()),
                        group.members().stream()
                                .map(m -> atlas.person(m.text(), book))
                                .toList()));
            }
            return rows;
        }
    }
}
