/** Rules on the text itself: nothing that only holds a place, nothing that a reader can't see, nothing secret. */
@NullMarked
package dev.allclear.check.text;

import org.jspecify.annotations.NullMarked;
