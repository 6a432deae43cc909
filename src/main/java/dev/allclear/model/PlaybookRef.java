package dev.allclear.model;

/**
 * A playbook that a record names, {@code id} or {@code id@version}.
 *
 * @param id the playbook's id
 * @param version the version that was followed, 0 if none was named
 * @param word as written
 */
public record PlaybookRef(String id, int version, Word word) {}
