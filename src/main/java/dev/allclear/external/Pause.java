package dev.allclear.external;

import java.time.Duration;

/** Waits; a test does not. */
@FunctionalInterface
public interface Pause {

    /** Waits so long. */
    void wait(Duration duration) throws InterruptedException;
}
