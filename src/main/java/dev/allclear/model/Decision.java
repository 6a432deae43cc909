package dev.allclear.model;

import dev.allclear.finding.Location;
import java.time.Instant;
import java.util.List;

/**
 * One entry of an incident's decision log.
 *
 * @param title the section's heading as plain text
 * @param titleHtml the same as safe HTML
 * @param id the heading's anchor
 * @param at when it was taken
 * @param by the one person who took it, by id
 * @param system the states that it sets; absent if it sets none, unreadable if the whole record is
 * @param sprint what it says of the sprint
 * @param owner the person to whom it hands the incident, by id
 * @param bau what it says of business as usual
 * @param consulted people and groups who were asked
 * @param informed people and groups who were told
 * @param evidence what it rests on
 * @param playbook the playbook that it starts
 * @param html safe HTML: why, in prose
 * @param digest SHA-256 over the section as written, line ends aside, the moment it was taken, and what it refers to in the rest of its file
 * @param heading where the heading stands
 * @param record where the record stands
 */
public record Decision(
        String title,
        String titleHtml,
        String id,
        Field<Instant> at,
        Field<String> by,
        Field<List<StateSetting>> system,
        Field<SprintChange> sprint,
        Field<String> owner,
        Field<BauChange> bau,
        Field<List<Word>> consulted,
        Field<List<Word>> informed,
        Field<List<Evidence>> evidence,
        Field<PlaybookRef> playbook,
        String html,
        String digest,
        Location heading,
        Location record) {

    /** Whether it changes anything that only the Product Owner may change. */
    public boolean changesSomething() {
        return system.value() != null || sprint.isPresent() || owner.isPresent() || bau.isPresent();
    }

    /** Whether it changes something that every group in {@code inform} must be told of. */
    public boolean mustBeTold() {
        return system.value() != null || sprint.isPresent() || bau.isPresent();
    }

    /** Whether it says that business as usual has resumed. */
    public boolean resumesBau() {
        return bau.value() == BauChange.RESUMED;
    }

    /** Whether it makes any system restored. */
    public boolean restores() {
        return restoredSetting() != null;
    }

    /** The setting that makes a system restored, or null. */
    public @org.jspecify.annotations.Nullable StateSetting restoredSetting() {
        for (StateSetting setting : system.or(List.of())) {
            if (setting.state().value() == SystemState.RESTORED) {
                return setting;
            }
        }
        return null;
    }
}
