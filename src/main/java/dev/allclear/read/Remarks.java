package dev.allclear.read;

import dev.allclear.finding.Location;
import dev.allclear.finding.Related;
import dev.allclear.markdown.Filler;
import dev.allclear.markdown.Heading;
import dev.allclear.markdown.Mark;
import dev.allclear.markdown.Section;
import dev.allclear.model.DocumentKind;
import dev.allclear.model.FaultKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Records what there is to say of a text as such: words that hold a place, images without words, removed HTML. */
final class Remarks {

    private static final int LONGEST = 60;

    private Remarks() {}

    /** Records it for the Markdown of a document. */
    static void report(Draft draft) {
        for (Location at : draft.markdown.unlabelled()) {
            draft.faults.add(
                    FaultKind.NO_ALT,
                    "",
                    at,
                    "The image has no text for those who can't see it",
                    "Write between the brackets what it shows, as in `![The three servers](servers.svg)`.");
        }
        for (Location at : draft.markdown.removed()) {
            draft.faults.add(
                    FaultKind.RAW_HTML,
                    "",
                    at,
                    "%s is not on the safe list of HTML, and what is not is left out of the page"
                            .formatted(written(at, draft)),
                    "Write it in Markdown; a placeholder such as `<name>` belongs in backticks.");
        }
        for (Mark mark : draft.markdown.fillers()) {
            Heading rootCause = draft.kind == DocumentKind.ROOT_CAUSE ? rootCause(mark, draft) : null;
            filler(
                    mark.text(),
                    rootCause == null ? "" : "Root cause",
                    mark.at(),
                    rootCause == null ? List.of() : List.of(new Related(rootCause.at(), "in this section")),
                    draft.faults);
        }
    }

    private static String written(Location at, Draft draft) {
        String line = draft.text(at.line(), at.line() + 1).stripTrailing();
        int from = Math.min(at.column() - 1, line.length());
        int to = at.endLine() > at.line() ? line.length() : Math.min(at.endColumn() - 1, line.length());
        String piece = line.substring(from, Math.max(from, to));
        return piece.isBlank()
                ? "This"
                : "`" + (piece.length() <= LONGEST ? piece : piece.substring(0, LONGEST) + "…") + "`";
    }

    /** The heading of the section Root cause that the words stand in, or null if they stand in another. */
    private static @Nullable Heading rootCause(Mark mark, Draft draft) {
        for (int index : draft.named(RootCauseReader.ROOT_CAUSE)) {
            Section section = draft.markdown.sections().get(index);
            if (index <= mark.section() && mark.section() < draft.endOf(index)) {
                return section.heading();
            }
        }
        return null;
    }

    /** Records the words that hold a place in the values of a mapping. */
    static void report(MappingNode mapping, Position position, Faults faults) {
        for (NodeTuple tuple : mapping.getValue()) {
            // A waiver that gives no reason is another rule's finding.
            if (tuple.getKeyNode() instanceof ScalarNode key && !key.getValue().equals("waivers")) {
                report(key.getValue(), tuple.getValueNode(), position, faults);
            }
        }
    }

    private static void report(String field, Node node, Position position, Faults faults) {
        if (node instanceof ScalarNode scalar) {
            String words = Filler.in(scalar.getValue());
            if (words != null) {
                filler(words, field, position.of(scalar), List.of(), faults);
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(n -> report(field, n, position, faults));
        } else if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(t -> report(field, t.getValueNode(), position, faults));
        }
    }

    private static void filler(String words, String subject, Location at, List<Related> related, Faults faults) {
        faults.add(
                FaultKind.PLACEHOLDER,
                subject,
                at,
                "`%s` only holds a place".formatted(words),
                "Write what belongs here, or take it out.",
                related);
    }
}
