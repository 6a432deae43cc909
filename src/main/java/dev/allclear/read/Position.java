package dev.allclear.read;

import dev.allclear.finding.Location;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Where a piece of YAML stands in its file.
 *
 * @param file the file
 * @param firstLine the line on which the YAML starts
 * @param indent the characters that stand before it on each line
 * @param whole the place of the whole, for what has no better one
 */
record Position(String file, int firstLine, int indent, Location whole) {

    Location of(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.isPlain() && isBlock(scalar)) {
            Location start = at(node.getStartMark());
            return Location.on(file, start.line(), start.column(), 1);
        }
        if (node instanceof SequenceNode list
                && list.getFlowStyle() == FlowStyle.BLOCK
                && !list.getValue().isEmpty()) {
            Location first = of(list.getValue().get(0));
            Location last = of(list.getValue().get(list.getValue().size() - 1));
            return new Location(file, first.line(), first.column(), last.endLine(), last.endColumn());
        }
        return between(node.getStartMark(), node.getEndMark());
    }

    Location at(@Nullable Mark mark) {
        return mark == null ? whole : Location.on(file, firstLine + mark.getLine(), 1 + indent + mark.getColumn(), 1);
    }

    Location between(Mark from, Mark to) {
        Location start = at(from);
        // A block collection ends where the next token starts, often lines below: keep to the first line then.
        if (to.getLine() > from.getLine() && to.getColumn() == 0) {
            return start;
        }
        return new Location(
                file,
                start.line(),
                start.column(),
                firstLine + to.getLine(),
                Math.max(1 + indent + to.getColumn(), to.getLine() == from.getLine() ? start.column() : 1));
    }

    private static boolean isBlock(ScalarNode scalar) {
        return switch (scalar.getScalarStyle()) {
            case LITERAL, FOLDED -> true;
            default -> false;
        };
    }
}
