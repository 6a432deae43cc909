package dev.allclear.report;

import dev.allclear.model.Account;
import dev.allclear.model.Library;
import dev.allclear.model.Turn;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code allclear status}: what is disrupted, who decides, and what stands between each incident and BAU. */
public final class StatusReport {

    private static final Comparator<Account> LATEST_FIRST = Comparator.comparing(
                    (Account a) -> a.incident().declared().or(Instant.MIN))
            .reversed()
            .thenComparing(a -> a.incident().id());

    private final Paint paint;

    /** With or without colours. */
    public StatusReport(boolean colour) {
        this.paint = new Paint(colour);
    }

    /** The status at a time. */
    public String print(Library library, List<Account> accounts, Instant now) {
        ZoneId zone = library.site().zone().or(ZoneOffset.UTC);
        List<Account> open = open(accounts, false);
        List<Account> exercises = open(accounts, true);
        Lines out = new Lines();
        if (open.isEmpty()) {
            out.add(paint.green("BAU is resumed") + ": no incident is open." + last(accounts, zone));
        } else {
            String incidents = open.size() == 1 ? "1 incident is open." : open.size() + " incidents are open.";
            out.add(paint.red("BAU is suspended") + ": " + incidents);
        }
        if (open.size() + exercises.size() > 0) {
            out.add("It is " + Clockwork.at(now, zone) + "; times are in " + zone.getId() + ".");
        }
        StatusEntry entry = new StatusEntry(library, now, zone, paint, out);
        open.forEach(entry::print);
        if (!exercises.isEmpty()) {
            out.add("");
            out.add(paint.bold("Exercises under way") + " (they suspend nothing):");
            exercises.forEach(entry::brief);
        }
        return out.toString();
    }

    private static List<Account> open(List<Account> accounts, boolean exercises) {
        return accounts.stream()
                .filter(a -> a.isOpen() && a.incident().isExercise() == exercises)
                .sorted(LATEST_FIRST)
                .toList();
    }

    private static String last(List<Account> accounts, ZoneId zone) {
        Account last = null;
        Instant latest = null;
        for (Account account : accounts) {
            Instant at = resumedAt(account);
            if (at != null && (latest == null || at.isAfter(latest))) {
                last = account;
                latest = at;
            }
        }
        return last == null || latest == null
                ? ""
                : " The last one, " + Visible.line(last.incident().title()) + " ("
                        + Visible.line(last.incident().id()) + "), ended " + Clockwork.at(latest, zone) + ".";
    }

    private static @Nullable Instant resumedAt(Account account) {
        Turn resumption = account.course().resumption();
        return account.isOpen() || account.incident().isExercise() || resumption == null
                ? null
                : resumption.decision().at().value();
    }
}
