package dev.allclear.render;

import dev.allclear.model.DecisionLog;
import dev.allclear.model.Incident;
import dev.allclear.model.Investigation;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the pages that tell an incident: its record, its decision log, its root-cause report. Each leads to the others.
 *
 * @param kind {@code incident}, {@code log} or {@code report}
 * @param link the page; no address if it has not been written
 * @param note how many decisions there are, or what became of the investigation; may be empty
 */
public record IncidentPart(String kind, LinkView link, String note) {

    static List<IncidentPart> of(Incident incident, Atlas atlas, Links links) {
        Words words = atlas.words();
        List<IncidentPart> parts = new ArrayList<>();
        parts.add(new IncidentPart(
                "incident",
                new LinkView(
                        words.say("incident.one"), links.to(incident.document().page())),
                ""));
        DecisionLog log = incident.log();
        parts.add(
                log == null
                        ? new IncidentPart("log", new LinkView(words.say("decisions.missing"), ""), "")
                        : new IncidentPart(
                                "log",
                                new LinkView(
                                        words.say("decisions.title"),
                                        links.to(log.document().page())),
                                String.valueOf(incident.decisions().size())));
        Investigation investigation = incident.investigation();
        parts.add(
                investigation == null
                        ? new IncidentPart("report", new LinkView(words.say("incident.no-report"), ""), "")
                        : new IncidentPart(
                                "report",
                                new LinkView(
                                        words.say("root-cause.title"),
                                        links.to(investigation.document().page())),
                                words.say(investigation.isClosed() ? "investigation.closed" : "investigation.open")));
        return List.copyOf(parts);
    }
}
