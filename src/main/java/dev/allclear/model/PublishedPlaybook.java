package dev.allclear.model;

import org.jspecify.annotations.Nullable;

/**
 * A playbook as a published version holds it.
 *
 * @param version its version, 0 if it said none
 * @param digest SHA-256 of its steps as they were written
 * @param title its title
 * @param page the path of its page in the version
 * @param text its Markdown without the front matter; null in a version that an older tool published, and where nobody asked
 *     for it
 */
public record PublishedPlaybook(
        int version,
        String digest,
        String title,
        String page,
        @Nullable String text) {

    /** The playbook as a version would hold it now. */
    public static PublishedPlaybook of(Playbook playbook) {
        return new PublishedPlaybook(
                playbook.version().or(0),
                playbook.digest(),
                playbook.document().title(),
                playbook.document().page(),
                playbook.text());
    }

    PublishedPlaybook withoutText() {
        return new PublishedPlaybook(version, digest, title, page, null);
    }
}
