/** Tests of the room of the same name. */
@NullMarked
package dev.allclear.output;

import org.jspecify.annotations.NullMarked;
