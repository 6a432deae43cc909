package dev.allclear.cli;

import dev.allclear.check.Rulebook;
import dev.allclear.form.Forms;
import dev.allclear.model.Named;
import dev.allclear.report.Format;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The words that arguments may be, where they are a closed list: shells complete them. */
abstract class Words implements Iterable<String> {

    private final List<String> words;

    private Words(List<String> words) {
        this.words = words;
    }

    /** All of them. */
    List<String> all() {
        return words;
    }

    @Override
    public Iterator<String> iterator() {
        return words.iterator();
    }

    /** When to write colours. */
    static final class Colours extends Words {
        Colours() {
            super(List.of("auto", "always", "never"));
        }
    }

    /** Whom a site is for. */
    static final class Audiences extends Words {
        Audiences() {
            super(List.of("internal", "public"));
        }
    }

    /** The forms of findings. */
    static final class Formats extends Words {
        Formats() {
            super(Arrays.stream(Format.values()).map(Named::word).toList());
        }
    }

    /** Text for people, JSON for machines. */
    static final class TextOrJson extends Words {
        TextOrJson() {
            super(List.of("text", "json"));
        }
    }

    /** From which severity on a check fails. */
    static final class Severities extends Words {
        Severities() {
            super(List.of("error", "warning"));
        }
    }

    /** The ids of all rules. */
    static final class Rules extends Words {
        Rules() {
            super(Rulebook.all().stream().map(r -> r.card().id()).toList());
        }
    }

    /** The documents, records and files that there is a schema of. */
    static final class Documents extends Words {
        Documents() {
            super(Forms.names());
        }
    }

    /** The shells that there is a completion for. */
    static final class Shells extends Words {
        Shells() {
            super(List.of("bash", "zsh", "fish"));
        }
    }
}
