package dev.allclear.model;

import dev.allclear.finding.Location;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/**
 * One Markdown file: what all kinds have in common.
 *
 * @param kind what it is
 * @param path below the content folder, separated by {@code /}
 * @param page the path of its page in the site
 * @param title from the front matter, else from the first heading, else from the file's name
 * @param audience whom it is for
 * @param tags in the order written
 * @param waivers the rules that it knowingly does not meet
 * @param prose what it says to readers; empty for a playbook or a decision log, which hold their text in pieces
 * @param references its links and images, those in its records among them
 * @param anchors every id in it that a link can lead to
 * @param languages the words that its code blocks open with, such as {@code bash}
 * @param top the first line of the file
 */
public record Document(
        DocumentKind kind,
        String path,
        String page,
        String title,
        Audience audience,
        List<Word> tags,
        List<Waiver> waivers,
        Prose prose,
        List<Reference> references,
        List<String> anchors,
        SortedSet<String> languages,
        Location top) {

    /** Keeps unchangeable copies. */
    public Document {
        tags = List.copyOf(tags);
        waivers = List.copyOf(waivers);
        references = List.copyOf(references);
        anchors = List.copyOf(anchors);
        languages = Collections.unmodifiableSortedSet(languages);
    }
}
