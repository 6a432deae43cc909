package dev.allclear.check;

import dev.allclear.check.action.NoDue;
import dev.allclear.check.action.Overdue;
import dev.allclear.check.action.UnownedAction;
import dev.allclear.check.content.MissingField;
import dev.allclear.check.content.MissingSection;
import dev.allclear.check.content.Syntax;
import dev.allclear.check.content.UnknownField;
import dev.allclear.check.content.UnknownPerson;
import dev.allclear.check.content.UnknownPlaybook;
import dev.allclear.check.content.UnknownPlaybookVersion;
import dev.allclear.check.content.UnknownSystem;
import dev.allclear.check.content.UnknownValue;
import dev.allclear.check.content.WrongType;
import dev.allclear.check.gate.BlockingAction;
import dev.allclear.check.gate.ClosedBy;
import dev.allclear.check.gate.Future;
import dev.allclear.check.gate.History;
import dev.allclear.check.gate.Identity;
import dev.allclear.check.gate.InvestigationLate;
import dev.allclear.check.gate.InvestigationMissing;
import dev.allclear.check.gate.InvestigationOpen;
import dev.allclear.check.gate.NoEvidence;
import dev.allclear.check.gate.NoPrevention;
import dev.allclear.check.gate.NotConsulted;
import dev.allclear.check.gate.NotInformed;
import dev.allclear.check.gate.NotRestored;
import dev.allclear.check.gate.NotTheOwner;
import dev.allclear.check.gate.Order;
import dev.allclear.check.gate.RootCauseEmpty;
import dev.allclear.check.gate.RootCauseUnknown;
import dev.allclear.check.gate.Transition;
import dev.allclear.check.gate.UnknownFieldOfTheRecord;
import dev.allclear.check.gate.UnreadableRecord;
import dev.allclear.check.incident.InvestigationOverdue;
import dev.allclear.check.incident.NoTimeline;
import dev.allclear.check.incident.ObjectiveMissed;
import dev.allclear.check.link.Anchor;
import dev.allclear.check.link.Broken;
import dev.allclear.check.link.External;
import dev.allclear.check.playbook.ExerciseOverObjective;
import dev.allclear.check.playbook.NearObjective;
import dev.allclear.check.playbook.NeedsWhatItRestores;
import dev.allclear.check.playbook.NeverExercised;
import dev.allclear.check.playbook.NoCheck;
import dev.allclear.check.playbook.NoUndo;
import dev.allclear.check.playbook.OverObjective;
import dev.allclear.check.playbook.ReviewOverdue;
import dev.allclear.check.playbook.UnownedPlaybook;
import dev.allclear.check.playbook.VersionNotRaised;
import dev.allclear.check.text.Filler;
import dev.allclear.check.text.NoAlt;
import dev.allclear.check.text.RawHtml;
import dev.allclear.check.text.Secret;
import dev.allclear.check.theme.Unfilled;
import dev.allclear.check.waiver.Expired;
import dev.allclear.check.waiver.Invalid;
import dev.allclear.check.waiver.Unused;
import java.util.List;

/** All rules: those of the gate first, in the order in which they have to be met before BAU resumes. */
public final class Rulebook {

    private static final List<Rule> ALL = List.of(
            new UnreadableRecord(),
            new Identity(),
            new UnknownFieldOfTheRecord(),
            new Future(),
            new Order(),
            new NotTheOwner(),
            new Transition(),
            new NoEvidence(),
            new NotConsulted(),
            new NotInformed(),
            new NotRestored(),
            new InvestigationMissing(),
            new RootCauseUnknown(),
            new RootCauseEmpty(),
            new NoPrevention(),
            new InvestigationOpen(),
            new ClosedBy(),
            new BlockingAction(),
            new InvestigationLate(),
            new History(),
            new Syntax(),
            new MissingField(),
            new MissingSection(),
            new WrongType(),
            new UnknownValue(),
            new UnknownField(),
            new UnknownPerson(),
            new UnknownSystem(),
            new UnknownPlaybook(),
            new UnknownPlaybookVersion(),
            new OverObjective(),
            new NearObjective(),
            new ReviewOverdue(),
            new NeverExercised(),
            new ExerciseOverObjective(),
            new NoCheck(),
            new NoUndo(),
            new UnownedPlaybook(),
            new NeedsWhatItRestores(),
            new VersionNotRaised(),
            new ObjectiveMissed(),
            new NoTimeline(),
            new InvestigationOverdue(),
            new UnownedAction(),
            new NoDue(),
            new Overdue(),
            new Invalid(),
            new Expired(),
            new Unused(),
            new Broken(),
            new Anchor(),
            new External(),
            new Filler(),
            new Secret(),
            new NoAlt(),
            new RawHtml(),
            new Unfilled());

    private Rulebook() {}

    /** All rules. */
    public static List<Rule> all() {
        return ALL;
    }
}
