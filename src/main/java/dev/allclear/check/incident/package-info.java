/** Rules on incidents that have nothing to do with the gate: what a reader would miss, and what took too long. */
@NullMarked
package dev.allclear.check.incident;

import org.jspecify.annotations.NullMarked;
