package dev.allclear.model;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * A recovery procedure.
 *
 * @param id its path below {@code playbooks/}, without {@code .md}
 * @param document what it has in common with other documents
 * @param version raised whenever the steps change
 * @param owner the person who keeps it, by id
 * @param systems what it restores
 * @param needs the systems that must be up to follow it
 * @param kinds the kinds of disaster that it is for
 * @param reviewed the last day on which somebody read it with care
 * @param reviewEvery how long that lasts
 * @param exercised its rehearsals
 * @param stepsId the anchor of the heading above the steps, or empty if there are none
 * @param steps what to do, in order
 * @param digest SHA-256 of the steps as written, line ends aside
 * @param source SHA-256 of the file
 * @param text its Markdown as written, line ends aside, without the front matter
 * @param before the prose before the steps
 * @param after the prose after them
 */
public record Playbook(
        String id,
        Document document,
        Field<Integer> version,
        Field<String> owner,
        List<Word> systems,
        List<Word> needs,
        List<DisasterKind> kinds,
        Field<LocalDate> reviewed,
        Field<Duration> reviewEvery,
        List<Exercise> exercised,
        String stepsId,
        List<Step> steps,
        String digest,
        String source,
        String text,
        Prose before,
        Prose after) {

    /** How long all its steps may take together. */
    public Duration within() {
        return steps.stream().map(s -> s.within().or(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus);
    }
}
