package dev.allclear.check;

import dev.allclear.finding.Finding;
import dev.allclear.finding.Severity;
import dev.allclear.model.Account;
import dev.allclear.model.Bau;
import dev.allclear.model.Course;
import dev.allclear.model.Field;
import dev.allclear.model.Figures;
import dev.allclear.model.Incident;
import dev.allclear.model.Library;
import dev.allclear.model.PublishedVersion;
import dev.allclear.model.Reachability;
import dev.allclear.model.RuleSetting;
import dev.allclear.model.TemplateFlaw;
import dev.allclear.model.TemplateReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Runs every rule over a library and draws the conclusions. For one library after the other, by one thread. */
public final class Checker {

    /** A field, column or section in a file. */
    private record About(String subject, String file) {}

    private final List<Rule> rules;
    private final List<String> ids;

    /** The check before: what it found out of incidents that are the same is not found out again. */
    private @Nullable Context last;

    /** With these rules; those of the gate in the order in which they have to be met before BAU resumes. */
    public Checker(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.ids = rules.stream().map(r -> r.card().id()).toList();
    }

    /**
     * Checks a library.
     *
     * @param now the time of the build
     * @param published what has been published before
     */
    public Verdict check(Library library, Instant now, List<PublishedVersion> published) {
        return check(library, now, published, TemplateReading.NONE, Map.of());
    }

    /**
     * Checks a library and the theme that it is to be shown with.
     *
     * @param now the time of the build
     * @param published what has been published before
     * @param templates what is known of the theme's templates
     * @param external what other sites said of the addresses that documents link to; nothing if nobody was asked
     */
    public Verdict check(
            Library library,
            Instant now,
            List<PublishedVersion> published,
            TemplateReading templates,
            Map<String, Reachability> external) {
        Context context = new Context(library, now, published, templates, external, ids, last);
        last = context;
        List<Objection> objections = new ArrayList<>();
        for (Rule rule : rules) {
            Findings findings = new Findings(rule.card());
            rule.check(context, findings);
            objections.addAll(findings.all());
        }
        Waivers waivers = new Waivers(context);
        objections.removeIf(waivers::letPass);
        for (Rule rule : rules) {
            if (rule instanceof LastWord last) {
                Findings findings = new Findings(rule.card());
                last.conclude(waivers.unused(), findings);
                objections.addAll(findings.all());
            }
        }
        context.forgetBefore();
        Map<String, Account> accounts = accounts(context, objections);
        return new Verdict(findings(library, objections), accounts);
    }

    /**
     * The last check once more, now that it was tried to fill the templates.
     *
     * @param flaws what in them can't be filled
     */
    public Verdict again(List<TemplateFlaw> flaws) {
        Context of = last;
        if (of == null) {
            throw new IllegalStateException("nothing has been checked yet");
        }
        return check(of.library(), of.now(), of.published(), of.templates().with(flaws), of.external());
    }

    private static List<Finding> findings(Library library, List<Objection> objections) {
        Map<About, List<Objection>> said = new HashMap<>();
        for (Objection objection : objections) {
            if (!objection.subject().isEmpty() && severity(objection, library) != null) {
                objection
                        .files()
                        .forEach(file -> said.computeIfAbsent(
                                        new About(objection.subject(), file), k -> new ArrayList<>())
                                .add(objection));
            }
        }
        TreeSet<Finding> findings = new TreeSet<>();
        for (Objection objection : objections) {
            Severity severity = severity(objection, library);
            About about = new About(objection.subject(), objection.at().file());
            if (severity != null && said.getOrDefault(about, List.of()).stream().noneMatch(o -> o.covers(objection))) {
                findings.add(objection.finding(severity));
            }
        }
        return List.copyOf(findings);
    }

    private static @Nullable Severity severity(Objection objection, Library library) {
        Field<RuleSetting> set = library.site().rules().get(objection.card().id());
        RuleSetting setting = set == null || objection.card().isGate() ? null : set.value();
        if (setting == null) {
            return objection.severity();
        }
        return switch (setting) {
            case ERROR -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
            case OFF -> null;
        };
    }

    private Map<String, Account> accounts(Context context, List<Objection> objections) {
        Map<String, Map<String, String>> byIncident = new HashMap<>();
        for (Objection objection : objections) {
            if (objection.card().isGate()) {
                for (String incident : objection.incidents()) {
                    byIncident
                            .computeIfAbsent(incident, k -> new LinkedHashMap<>())
                            .putIfAbsent(objection.card().id(), objection.message());
                }
            }
        }
        Map<String, Account> accounts = new LinkedHashMap<>();
        for (Incident incident : context.library().incidents()) {
            accounts.put(incident.id(), account(incident, context, byIncident.getOrDefault(incident.id(), Map.of())));
        }
        return Collections.unmodifiableMap(accounts);
    }

    private Account account(Incident incident, Context context, Map<String, String> objections) {
        Course course = context.course(incident);
        Figures figures = context.figures(incident);
        if (course.resumption() != null && objections.isEmpty()) {
            return new Account(incident, course, figures, Bau.RESUMED, List.of(), List.of());
        }
        List<String> blockedBy = new ArrayList<>();
        List<String> blockers = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.card().isGate()) {
                String objection = objections.get(rule.card().id());
                Optional<String> missing = objection != null
                        ? Optional.of(objection)
                        : rule instanceof Condition condition
                                ? condition.missing(incident, course, context)
                                : Optional.empty();
                missing.ifPresent(words -> {
                    blockedBy.add(rule.card().id());
                    blockers.add(words);
                });
            }
        }
        return new Account(incident, course, figures, Bau.SUSPENDED, blockedBy, blockers);
    }
}
