package dev.allclear.serve;

import dev.allclear.build.FollowedBuild;
import dev.allclear.build.Round;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which site is shown: that of the last round that nothing stood against. Rounds come from one thread; what is shown may
 * be asked for from any.
 */
final class Showing {

    private final FollowedBuild build;
    private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();

    /** Another run of the tool numbers its sites anew; a tab that stayed open must not take one for the other. */
    private final String run = HexFormat.of().toHexDigits(new Random().nextLong());

    private volatile State state = new State(0, null, false, List.of(), null);

    /** The last site of which every page is known to be filled without a fault. */
    private @Nullable Shown proven;

    /** The site before the one that is shown, for a page that can't be filled. */
    private volatile @Nullable Shown before;

    private long sites;

    Showing(FollowedBuild build) {
        this.build = build;
    }

    /** Is told of every change of state. */
    void listen(Consumer<State> listener) {
        listeners.add(listener);
    }

    State state() {
        return state;
    }

    /** Takes over what came of a round. */
    State take(Round round) {
        State next;
        synchronized (this) {
            Shown shown = state.shown();
            if (round.tree() != null) {
                before = shown;
                shown = new Shown(run + "-" + ++sites, round.tree(), round.ready());
                proven = round.proven() ? shown : proven;
            }
            next = new State(state.number() + 1, shown, round.tree() != null, round.findings(), round.problem());
            state = next;
        }
        listeners.forEach(l -> l.accept(next));
        return next;
    }

    /** Goes back to the last site that is known to be whole, for a page of this one can't be filled. */
    @SuppressWarnings("ReferenceEquality")
    private void goBack(Shown faulty, Round.Problem problem) {
        State next;
        synchronized (this) {
            if (state.shown() != faulty) {
                return;
            }
            next = new State(state.number() + 1, proven, false, state.findings(), problem);
            state = next;
        }
        listeners.forEach(l -> l.accept(next));
    }

    /** Fills every page of the site that is shown if nobody knows yet whether its theme can. */
    @SuppressWarnings("ReferenceEquality")
    void prove() {
        Shown shown = state.shown();
        if (shown == null || !state.current()) {
            return;
        }
        Optional<Round.Problem> problem = build.prove(shown.tree(), () -> state.shown() != shown);
        if (problem.isPresent()) {
            goBack(shown, problem.get());
        } else {
            synchronized (this) {
                proven = state.shown() == shown ? shown : proven;
            }
        }
    }

    /**
     * A page of the site that is shown. One that can't be filled is shown as it was in the last site that had it.
     *
     * @return null if there is none
     */
    FollowedBuild.@Nullable Filled page(String path) {
        Shown shown = state.shown();
        FollowedBuild.Filled filled = shown == null ? null : shown.fill(path, build);
        if (shown == null || filled == null || filled.bytes() != null) {
            return filled;
        }
        report(shown, filled.problem());
        List<Shown> earlier = new ArrayList<>();
        earlier.add(before);
        synchronized (this) {
            earlier.add(proven);
        }
        for (Shown one : earlier) {
            FollowedBuild.Filled old = one == null ? null : one.fill(path, build);
            if (old != null && old.bytes() != null) {
                return old;
            }
        }
        return filled;
    }

    @SuppressWarnings("ReferenceEquality")
    private void report(Shown shown, Round.@Nullable Problem problem) {
        State next;
        synchronized (this) {
            if (problem == null || state.shown() != shown || problem.equals(state.problem())) {
                return;
            }
            next = new State(state.number() + 1, shown, false, state.findings(), problem);
            state = next;
        }
        listeners.forEach(l -> l.accept(next));
    }
}
