package dev.allclear.read;

import dev.allclear.finding.Appearance;
import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import dev.allclear.finding.Spelling;
import dev.allclear.form.Form;
import dev.allclear.form.SettingsForm;
import dev.allclear.model.FaultKind;
import dev.allclear.model.Field;
import dev.allclear.model.Group;
import dev.allclear.model.Person;
import dev.allclear.model.RuleSetting;
import dev.allclear.model.Site;
import dev.allclear.model.SystemUnderCare;
import dev.allclear.model.Word;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads {@code site.yaml}, {@code people.yaml} and {@code systems.yaml}. */
final class SettingsReader {

    private final String content;
    private final Faults faults = new Faults(Set.of());

    SettingsReader(String content) {
        this.content = content;
    }

    Faults faults() {
        return faults;
    }

    Site site(byte[] bytes) {
        Fields f = open(bytes, "site.yaml", SettingsForm.SITE);
        Field<String> title = f.text(SettingsForm.TITLE);
        Field<ZoneId> zone = zone(f);
        Field<String> url = f.text(SettingsForm.URL);
        Field<String> language = f.text(SettingsForm.LANGUAGE);
        Field<List<Word>> inform = f.everyWord(SettingsForm.INFORM);
        Fields rules = f.mapping(SettingsForm.RULES_ITEM);
        Map<String, Field<RuleSetting>> settings = new LinkedHashMap<>();
        for (String rule : rules.names()) {
            Field<RuleSetting> setting = rules.named(SettingsForm.RULE.as(rule));
            settings.put(rule, new Field<>(setting.value(), setting.written(), rules.place(rule)));
        }
        f.requireNeeded();
        f.refuseOthers();
        return new Site(title, zone, url, language, inform, settings, Location.startOf(content + "/site.yaml"));
    }

    private Field<ZoneId> zone(Fields f) {
        Field<String> written = f.text(SettingsForm.TIME_ZONE);
        String name = written.value();
        if (name == null) {
            return new Field<>(null, written.written(), written.at());
        }
        try {
            if (ZoneId.getAvailableZoneIds().contains(name)) {
                return Field.of(ZoneId.of(name), name, written.at());
            }
        } catch (DateTimeException e) {
            // It has no rules here: as unknown as any other name.
        }
        faults.add(
                FaultKind.UNKNOWN_VALUE,
                "time-zone",
                written.at(),
                "`%s` is not a time zone".formatted(name),
                Spelling.didYouMean(
                                name,
                                ZoneId.getAvailableZoneIds().stream().sorted().toList())
                        + "Write an IANA name, as in `Europe/Lisbon`.");
        return Field.unreadable(name, written.at());
    }

    /** The people, put into the first map, and the groups, put into the second. */
    void people(byte[] bytes, Map<String, Person> people, Map<String, Group> groups) {
        Fields f = open(bytes, "people.yaml", SettingsForm.WHO);
        Fields all = f.mapping(SettingsForm.PEOPLE);
        Map<String, String> seen = new HashMap<>();
        for (String id : all.names()) {
            String twin = seen.putIfAbsent(Appearance.skeleton(id), id);
            if (twin != null) {
                faults.add(
                        FaultKind.IDENTITY,
                        id,
                        all.place(id),
                        "The ids `%s` and `%s` look the same, and may be one person twice".formatted(twin, id),
                        "Keep one of the two, or give one another name.",
                        List.of(new Related(all.place(twin), "the other")));
            }
            Fields one = all.mapping(SettingsForm.EACH_PERSON.as(id));
            people.put(
                    id,
                    new Person(
                            id,
                            one.text(SettingsForm.NAME),
                            one.text(SettingsForm.ROLE),
                            one.text(SettingsForm.PUBLIC_NAME),
                            all.place(id)));
            one.requireNeeded();
            one.refuseOthers();
        }
        Fields those = f.mapping(SettingsForm.GROUPS);
        for (String id : those.names()) {
            groups.put(
                    id,
                    new Group(id, those.words(SettingsForm.EACH_GROUP.as(id)).or(List.of()), those.place(id)));
            if (people.containsKey(id)) {
                faults.add(
                        FaultKind.IDENTITY,
                        id,
                        those.place(id),
                        "`%s` is a person and a group".formatted(id),
                        "Give the group a name of its own.");
            }
        }
        f.refuseOthers();
    }

    Map<String, SystemUnderCare> systems(byte[] bytes) {
        Fields f = open(bytes, "systems.yaml", SettingsForm.SYSTEMS);
        Map<String, SystemUnderCare> systems = new LinkedHashMap<>();
        for (String id : f.names()) {
            Fields one = f.mapping(SettingsForm.EACH_SYSTEM.as(id));
            SystemUnderCare system = new SystemUnderCare(
                    id,
                    one.text(SettingsForm.SYSTEM_NAME),
                    one.person(SettingsForm.PRODUCT_OWNER),
                    one.duration(SettingsForm.RTO),
                    one.duration(SettingsForm.RPO),
                    one.words(SettingsForm.DEPENDS_ON).or(List.of()),
                    f.place(id));
            one.requireNeeded();
            one.refuseOthers();
            systems.put(id, system);
        }
        return systems;
    }

    private Fields open(byte[] bytes, String name, Form form) {
        String file = content + "/" + name;
        Location top = Location.startOf(file);
        Source source = Source.decode(bytes, file);
        Position position = new Position(file, 1, 0, top);
        String text = source.text();
        int before = faults.all().size();
        MappingNode node = null;
        if (text == null) {
            faults.add(
                    FaultKind.SYNTAX,
                    "",
                    source.bad() == null ? top : source.bad(),
                    "The file is not UTF-8 from here on",
                    "Save it as UTF-8.");
        } else {
            node = YamlText.mapping(text, position, faults, FaultKind.SYNTAX);
        }
        boolean broken = node == null && faults.all().size() > before;
        if (text != null) {
            Secrets.report(text, file, faults);
        }
        return new Fields(node, form, position, faults, FaultKinds.CONTENT, !broken);
    }
}
