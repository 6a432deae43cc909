package dev.allclear.model;

/**
 * What a decision makes of a system.
 *
 * @param system the system's id, or null if it speaks of every system of the incident
 * @param state the new state
 */
public record StateSetting(
        @org.jspecify.annotations.Nullable Word system, Field<SystemState> state) {}
