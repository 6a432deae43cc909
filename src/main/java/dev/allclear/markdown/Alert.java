package dev.allclear.markdown;

import java.util.Locale;
import org.commonmark.node.CustomBlock;

/** A quotation that begins with a line such as {@code [!NOTE]}, as GitHub has it. */
final class Alert extends CustomBlock {

    /** The kinds of alert; {@code INTERNAL} is ours and is left out of a public site. */
    enum Kind {
        NOTE,
        TIP,
        IMPORTANT,
        WARNING,
        CAUTION,
        INTERNAL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        String title() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;

    Alert(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
