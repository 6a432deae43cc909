/** Tests of the room of the same name. */
@NullMarked
package dev.allclear.changes;

import org.jspecify.annotations.NullMarked;
