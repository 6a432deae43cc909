package dev.allclear.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One decision and what it made of the incident.
 *
 * @param decision the decision
 * @param before each system's state before it
 * @param after each system's state after it
 * @param unclear the systems whose state after it can't be told, because something written was unreadable
 * @param owner the Product Owner of the moment, by id, or null if that can't be told
 * @param ownerAfter the Product Owner from then on
 * @param sprint the sprint after it
 * @param refusals what of it may not follow what was before
 */
public record Turn(
        Decision decision,
        Map<String, SystemState> before,
        Map<String, SystemState> after,
        Set<String> unclear,
        @Nullable String owner,
        @Nullable String ownerAfter,
        SprintState sprint,
        List<Refusal> refusals) {}
