package dev.allclear.check;

import dev.allclear.check.link.External;
import dev.allclear.model.Asset;
import dev.allclear.model.Document;
import dev.allclear.model.Incident;
import dev.allclear.model.Library;
import dev.allclear.model.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The waivers in force: named, reasoned, signed and not expired. One lets pass what its rule finds in the document in
 * which it stands; one in an incident's record, in all three documents of the incident and in the files beside them.
 */
final class Waivers {

    private record Place(String file, String rule) {}

    private final Map<Place, List<Waiver>> inForce = new HashMap<>();
    private final Set<Waiver> unused = new LinkedHashSet<>();

    Waivers(Context context) {
        LocalDate today = context.today();
        Map<String, List<String>> files = null;
        for (Document document : context.documents()) {
            for (Waiver waiver : document.waivers()) {
                LocalDate until = waiver.until().value();
                if (isValid(waiver, context) && until != null && !until.isBefore(today)) {
                    String file = document.top().file();
                    if (!waiver.rule().or("").equals(External.ID)
                            || !context.external().isEmpty()) {
                        unused.add(waiver);
                    }
                    files = files == null ? filesOfIncidents(context.library()) : files;
                    for (String each : files.getOrDefault(file, List.of(file))) {
                        inForce.computeIfAbsent(new Place(each, waiver.rule().or("")), k -> new ArrayList<>())
                                .add(waiver);
                    }
                }
            }
        }
    }

    /** The files of each incident, by that of its record. */
    private static Map<String, List<String>> filesOfIncidents(Library library) {
        Map<String, List<String>> beside = new HashMap<>();
        for (Asset asset : library.assets()) {
            beside.computeIfAbsent(folderOf(asset.at().file()), k -> new ArrayList<>())
                    .add(asset.at().file());
        }
        Map<String, List<String>> files = new HashMap<>();
        for (Incident incident : library.incidents()) {
            String record = incident.document().top().file();
            List<String> of = new ArrayList<>(beside.getOrDefault(folderOf(record), List.of()));
            incident.documents().forEach(d -> of.add(d.top().file()));
            files.put(record, of);
        }
        return files;
    }

    private static String folderOf(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    /** Whether a waiver has all that it needs and names a rule that may be waived. */
    static boolean isValid(Waiver waiver, Context context) {
        return canBeWaived(waiver.rule().or(""))
                && context.rules().contains(waiver.rule().or(""))
                && hasReason(waiver)
                && context.isPerson(waiver.by().or(""))
                && waiver.until().value() != null;
    }

    static boolean canBeWaived(String rule) {
        return !rule.startsWith("gate/") && !rule.startsWith("waiver/");
    }

    static boolean hasReason(Waiver waiver) {
        return Placeholder.saysSomething(List.of(waiver.reason().or("").split("\\s+", -1)));
    }

    /** Whether a waiver lets this pass; those that do are used from then on. */
    boolean letPass(Objection objection) {
        if (objection.card().isGate()) {
            return false;
        }
        List<Waiver> those = inForce.getOrDefault(
                new Place(objection.at().file(), objection.card().id()), List.of());
        those.forEach(unused::remove);
        return !those.isEmpty();
    }

    Collection<Waiver> unused() {
        return unused;
    }
}
