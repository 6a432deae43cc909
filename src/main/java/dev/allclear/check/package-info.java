/** The rules and the gate: a library to findings and an account of each incident. Knows no disk, no templates and no clock. */
@NullMarked
package dev.allclear.check;

import org.jspecify.annotations.NullMarked;
