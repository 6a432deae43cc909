package dev.allclear.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a decision says, field by field, so that two texts of it can be compared. What it does not say is left out. */
public final class Wording {

    /** The field that holds when it was taken. */
    public static final String AT = "at";

    /** The field that holds the prose, as HTML. */
    public static final String WHY = "why";

    private final Map<String, String> said = new LinkedHashMap<>();

    /** The wording of a decision. */
    public static Map<String, String> of(Decision decision) {
        Wording wording = new Wording();
        Instant at = decision.at().value();
        PlaybookRef playbook = decision.playbook().value();
        return wording.with("title", decision.title())
                .with(AT, at == null ? "" : at.toString())
                .with("by", decision.by().or(""))
                .with(
                        "system",
                        decision.system().or(List.of()).stream()
                                .map(Wording::setting)
                                .toList())
                .with("sprint", word(decision.sprint()))
                .with("owner", decision.owner().or(""))
                .with("bau", word(decision.bau()))
                .with("consulted", words(decision.consulted()))
                .with("informed", words(decision.informed()))
                .with(
                        "evidence",
                        decision.evidence().or(List.of()).stream()
                                .map(Evidence::html)
                                .toList())
                .with("playbook", playbook == null ? "" : reference(playbook.id(), playbook.version()))
                .why(decision.html())
                .said();
    }

    /** How a setting is worded. */
    public static String setting(String system, String state) {
        return system + ": " + state;
    }

    /** How a playbook is worded. */
    public static String reference(String id, int version) {
        return version == 0 ? id : id + "@" + version;
    }

    /** Adds a field. */
    public Wording with(String field, String text) {
        if (!text.isBlank()) {
            said.put(field, text.strip());
        }
        return this;
    }

    /** Adds a field of several entries. */
    public Wording with(String field, List<String> texts) {
        return with(field, String.join(", ", texts));
    }

    /** Adds the prose, even if there is none: that there was none is worth knowing too. */
    public Wording why(String html) {
        said.put(WHY, html.strip());
        return this;
    }

    /** All fields, in order. */
    public Map<String, String> said() {
        return new LinkedHashMap<>(said);
    }

    private static String setting(StateSetting setting) {
        Word system = setting.system();
        return setting(system == null ? "*" : system.text(), word(setting.state()));
    }

    private static String word(Field<? extends Named> field) {
        Named value = field.value();
        return value == null ? "" : value.word();
    }

    private static List<String> words(Field<List<Word>> field) {
        return field.or(List.of()).stream().map(Word::text).toList();
    }
}
