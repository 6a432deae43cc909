/** Tests of the room of the same name. */
@NullMarked
package dev.allclear.finding;

import org.jspecify.annotations.NullMarked;
