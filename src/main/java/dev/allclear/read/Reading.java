package dev.allclear.read;

import dev.allclear.model.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of some files that belong together: one document, or the three of an incident.
 *
 * @param files their paths below the content folder
 * @param basis what it rests on, or null if nobody will ask
 * @param value what they say
 * @param faults what could not be taken as written
 */
record Reading<T>(List<String> files, @Nullable Basis basis, T value, List<Fault> faults) {}
