package dev.allclear.model;

import dev.allclear.finding.Location;
import java.util.List;

/**
 * People who are told together.
 *
 * @param id how documents name it
 * @param members ids of people
 * @param at where the id stands
 */
public record Group(String id, List<Word> members, Location at) {}
