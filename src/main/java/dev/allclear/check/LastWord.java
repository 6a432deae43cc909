package dev.allclear.check;

import dev.allclear.model.Waiver;
import java.util.Collection;

/** A rule that speaks when all others have spoken: it looks at what has become of the waivers. */
public interface LastWord extends Rule {

    @Override
    default void check(Context context, Findings findings) {}

    /**
     * Looks at the waivers that are in force.
     *
     * @param unused those that have let nothing pass
     */
    void conclude(Collection<Waiver> unused, Findings findings);
}
