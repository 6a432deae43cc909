package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.Decision;
import dev.allclear.model.DecisionLog;
import dev.allclear.model.Figures;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import dev.allclear.model.Measure;
import dev.allclear.model.SiteMap;
import dev.allclear.model.SprintState;
import dev.allclear.model.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An incident.
 *
 * @param card the incident in short
 * @param facts what its record says
 * @param figures what its times say
 * @param systems the columns of the course
 * @param course its timeline of states
 * @param chart the same as a picture
 * @param narrowChart the same as a picture for a telephone
 * @param parts the pages that tell this incident
 * @param before the incident that it is a recurrence of
 * @param again the incidents that are recurrences of it
 * @param prose the document's text
 * @param toc its headings, without those that are times of the timeline
 */
public record IncidentView(
        IncidentCard card,
        List<FactView> facts,
        List<FigureView> figures,
        List<LinkView> systems,
        List<Moment> course,
        CourseChart chart,
        CourseChart narrowChart,
        List<IncidentPart> parts,
        List<LinkView> before,
        List<LinkView> again,
        ProseView prose,
        List<TocView> toc) {

    private static final String TEMPLATE = "incident.ftlh";

    /**
     * A row of the timeline of states.
     *
     * @param at when
     * @param what the decision, with its place in the log
     * @param by who decided
     * @param states each system's state after it
     * @param changes what else it changed, in words
     */
    public record Moment(TimeView at, LinkView what, LinkView by, List<Cell> states, List<String> changes) {}

    /**
     * A system's state after a decision.
     *
     * @param system the system's name
     * @param state the state's word
     * @param changed whether the decision changed it
     */
    public record Cell(String system, String state, boolean changed) {}

    static PagePlan plan(Incident incident, Atlas atlas) {
        Made made = Made.with(TEMPLATE)
                .from(incident.document())
                .from("people.yaml")
                .from("systems.yaml");
        DecisionLog log = incident.log();
        if (log != null) {
            made.from(log.document());
        }
        Investigation investigation = incident.investigation();
        if (investigation != null) {
            made.from(investigation.document());
        }
        name(incident, atlas, made);
        if (atlas.namesAnotherVersion(incident)) {
            made.versions();
        }
        String page = incident.document().page();
        return new PagePlan(
                page,
                TEMPLATE,
                incident.title(),
                "incidents",
                List.of(new LinkView(atlas.words().say("section.incidents"), new Links(page).to(SiteMap.INCIDENTS))),
                () -> view(incident, atlas),
                made.around(incident.document(), atlas).inputs(),
                atlas.around(incident.document()));
    }

    private static void name(Incident incident, Atlas atlas, Made made) {
        atlas.fitting(incident).forEach(p -> made.naming(p.document().path()));
        atlas.recurrencesOf(incident).forEach(i -> made.naming(i.document().path()));
        Incident before = atlas.incident(incident.recurrenceOf().value());
        if (before != null) {
            made.naming(before.document().path());
        }
    }

    private static IncidentView view(Incident incident, Atlas atlas) {
        Links links = new Links(incident.document().page());
        Account account = atlas.account(incident);
        Incident before = atlas.incident(incident.recurrenceOf().value());
        ProseView prose = ProseView.of(incident.document().prose(), atlas.words());
        Set<String> times = new HashSet<>();
        incident.timeline().forEach(e -> times.add(Words.html(e.written())));
        return new IncidentView(
                IncidentCard.of(account, atlas, links),
                facts(incident, account, atlas, links),
                figures(account.figures(), account, atlas.words()),
                incident.systemIds().stream().map(s -> atlas.system(s, links)).toList(),
                course(account, atlas, links),
                CourseChart.of(account, atlas, links, CourseChart.Room.WIDE),
                CourseChart.of(account, atlas, links, CourseChart.Room.NARROW),
                IncidentPart.of(incident, atlas, links),
                before == null ? List.of() : List.of(atlas.incident(before, links)),
                atlas.recurrencesOf(incident).stream()
                        .map(i -> atlas.incident(i, links))
                        .toList(),
                prose,
                prose.toc().stream().filter(t -> !times.contains(t.html())).toList());
    }

    private static List<FactView> facts(Incident incident, Account account, Atlas atlas, Links links) {
        List<FactView> facts = new ArrayList<>();
        facts.add(new FactView(
                atlas.words().say("incident.owner"),
                List.of(atlas.person(account.course().owner(), links)),
                handedOver(account, atlas)));
        facts.add(new FactView(
                atlas.words().say("incident.declared"),
                List.of(new LinkView(atlas.words().time(incident.declared()).shown(), "")),
                ""));
        if (incident.started().isPresent()) {
            facts.add(new FactView(
                    atlas.words().say("incident.started"),
                    List.of(new LinkView(atlas.words().time(incident.started()).shown(), "")),
                    ""));
        }
        if (account.course().sprint() != SprintState.NONE) {
            facts.add(new FactView(
                    atlas.words().say("course.sprint"),
                    List.of(new LinkView(incident.sprint().or(""), "")),
                    atlas.word("sprint", account.course().sprint())));
        }
        List<LinkView> followed = atlas.followed(incident).stream()
                .map(r -> atlas.playbook(r, links))
                .toList();
        if (!followed.isEmpty()) {
            facts.add(new FactView(atlas.words().say("incident.followed"), followed, ""));
        }
        return facts;
    }

    private static String handedOver(Account account, Atlas atlas) {
        String first = account.course().firstOwner();
        return first == null || Objects.equals(first, account.course().owner())
                ? ""
                : atlas.words()
                        .say(
                                "incident.handed-over",
                                atlas.person(first, new Links("")).text());
    }

    static List<FigureView> figures(Figures figures, Account account, Words words) {
        List<FigureView> all = new ArrayList<>();
        all.add(figure(words, "declare", figures.declare(), "figure.from-harm"));
        all.add(figure(words, "restore", figures.restore(), "figure.from-declaration"));
        all.add(figure(words, "close", figures.close(), "figure.from-declaration"));
        all.add(
                account.isOpen()
                        ? new FigureView(words.say("figure.resume"), "–", words.say("bau.suspended"), "")
                        : figure(words, "resume", figures.resume(), "figure.from-declaration"));
        return all;
    }

    private static FigureView figure(Words words, String name, @Nullable Measure measure, String otherwise) {
        String title = words.say("figure." + name);
        if (measure == null) {
            return new FigureView(title, "–", words.say("figure.unknown"), "");
        }
        Duration objective = measure.objective();
        return objective == null
                ? new FigureView(title, words.length(measure.took()), words.say(otherwise), "")
                : new FigureView(
                        title,
                        words.length(measure.took()),
                        words.verdict(measure, objective),
                        measure.missed() ? "missed" : "met");
    }

    private static List<Moment> course(Account account, Atlas atlas, Links links) {
        List<Moment> moments = new ArrayList<>();
        Incident incident = account.incident();
        List<Cell> declared = new ArrayList<>();
        for (String id : incident.systemIds()) {
            declared.add(new Cell(atlas.system(id, links).text(), "declared", true));
        }
        moments.add(new Moment(
                atlas.words().time(incident.declared()),
                new LinkView(atlas.words().say("course.declared"), ""),
                new LinkView("", ""),
                declared,
                List.of(atlas.words().say("course.suspended"))));
        DecisionLog log = incident.log();
        String page = log == null ? "" : log.document().page();
        for (Turn turn : account.course().turns()) {
            Decision decision = turn.decision();
            boolean last = turn.equals(account.course().resumption()) && !account.isOpen();
            List<Cell> states = new ArrayList<>();
            turn.after()
                    .forEach((id, state) -> states.add(new Cell(
                            atlas.system(id, links).text(),
                            last ? "operational" : turn.unclear().contains(id) ? "unclear" : state.word(),
                            last || state != turn.before().get(id))));
            moments.add(new Moment(
                    atlas.words().time(decision.at()),
                    new LinkView(decision.title(), links.to(page, decision.id())),
                    atlas.person(decision.by().value(), links),
                    states,
                    changes(turn, account, atlas)));
        }
        return moments;
    }

    /** What a decision changed beside the states of systems. */
    static List<String> changes(Turn turn, Account account, Atlas atlas) {
        List<String> changes = new ArrayList<>();
        Decision decision = turn.decision();
        String sprint = decision.sprint().map(s -> s.word());
        if (sprint != null) {
            changes.add(atlas.words().say("course.sprint." + sprint));
        }
        String owner = decision.owner().value();
        if (owner != null) {
            changes.add(atlas.words()
                    .say(
                            "course.handed-over",
                            atlas.person(owner, new Links("")).text()));
        }
        if (decision.resumesBau()) {
            changes.add(
                    account.isOpen()
                            ? atlas.words().say("course.claimed")
                            : atlas.words().say("course.resumed"));
        }
        return changes;
    }
}
