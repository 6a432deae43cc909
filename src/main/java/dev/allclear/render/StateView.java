package dev.allclear.render;

/**
 * A system and its state.
 *
 * @param system the system
 * @param state the state's word
 * @param since since when; an empty time if it never was anything else
 * @param note more about it, empty if there is nothing
 */
public record StateView(LinkView system, String state, TimeView since, String note) {}
