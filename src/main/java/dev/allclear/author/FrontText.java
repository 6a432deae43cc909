package dev.allclear.author;

import java.util.List;

/** Lines of YAML, field by field; what nobody has said is left out. */
final class FrontText {

    private final StringBuilder lines = new StringBuilder();

    FrontText text(String field, String text) {
        return text.isEmpty() ? this : raw(field, PlainText.yaml(text));
    }

    /** A value that is YAML already. */
    FrontText raw(String field, String yaml) {
        if (!yaml.isEmpty()) {
            lines.append(field).append(": ").append(yaml).append('\n');
        }
        return this;
    }

    FrontText list(String field, List<String> words) {
        return words.isEmpty() ? this : raw(field, PlainText.yaml(words));
    }

    /** Values that are long enough for a line each. */
    FrontText items(String field, List<String> texts) {
        if (!texts.isEmpty()) {
            lines.append(field).append(":\n");
            texts.forEach(t -> lines.append("  - ").append(PlainText.yaml(t)).append('\n'));
        }
        return this;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
