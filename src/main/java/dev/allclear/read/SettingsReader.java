package dev.allclear.read;

import dev.allclear.finding.Location;
import dev.allclear.finding.Spelling;
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
        Fields f = open(bytes, "site.yaml", "site.yaml");
        Field<String> title = f.text("title");
        Field<ZoneId> zone = zone(f);
        Field<String> url = f.text("url");
        Field<String> language = f.text("language");
        Field<List<Word>> inform = f.words("inform");
        Fields rules = f.mapping("rules", "the rules");
        Map<String, Field<RuleSetting>> settings = new LinkedHashMap<>();
        for (String rule : rules.names()) {
            Field<RuleSetting> setting = rules.named(rule, RuleSetting.class);
            settings.put(rule, new Field<>(setting.value(), setting.written(), rules.place(rule)));
        }
        f.require(title, "title", "Name the site, as in `title: Harbour Freight Recovery`.");
        f.require(zone, "time-zone", "Name the time zone, as in `time-zone: Europe/Lisbon`.");
        f.refuseOthers();
        return new Site(title, zone, url, language, inform, settings, Location.startOf(content + "/site.yaml"));
    }

    private Field<ZoneId> zone(Fields f) {
        Field<String> written = f.text("time-zone");
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
        Fields f = open(bytes, "people.yaml", "people.yaml");
        Fields all = f.mapping("people", "the people");
        for (String id : all.names()) {
            Fields one = all.mapping(id, "a person");
            Field<String> name = one.text("name");
            people.put(id, new Person(id, name, one.text("role"), one.text("public-name"), all.place(id)));
            one.require(name, "name", "Write the person's name.");
            one.refuseOthers();
        }
        Fields those = f.mapping("groups", "the groups");
        for (String id : those.names()) {
            groups.put(id, new Group(id, those.words(id).or(List.of()), those.place(id)));
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
        Fields f = open(bytes, "systems.yaml", "systems.yaml");
        Map<String, SystemUnderCare> systems = new LinkedHashMap<>();
        for (String id : f.names()) {
            Fields one = f.mapping(id, "a system");
            SystemUnderCare system = new SystemUnderCare(
                    id,
                    one.text("name"),
                    one.person("product-owner"),
                    one.duration("rto"),
                    one.duration("rpo"),
                    one.words("depends-on").or(List.of()),
                    f.place(id));
            one.require(system.name(), "name", "Write the name that people call it.");
            one.require(
                    system.productOwner(), "product-owner", "Write the id of the one person who decides its state.");
            one.require(system.rto(), "rto", "Write its recovery time objective. " + Times.DURATION_FORM);
            one.refuseOthers();
            systems.put(id, system);
        }
        return systems;
    }

    private Fields open(byte[] bytes, String name, String what) {
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
        return new Fields(node, what, position, faults, FaultKinds.CONTENT, !broken);
    }
}
