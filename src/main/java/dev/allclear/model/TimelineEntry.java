package dev.allclear.model;

import dev.allclear.finding.Location;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an incident's Timeline.
 *
 * @param written the time as the author wrote it
 * @param from when, or when it began; null if that can't be read
 * @param to when it ended, if a range was given
 * @param approximate whether the author said so
 * @param html safe HTML: what happened
 * @param at where it stands
 */
public record TimelineEntry(
        String written, @Nullable Instant from, @Nullable Instant to, boolean approximate, String html, Location at) {}
