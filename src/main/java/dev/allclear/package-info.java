/** The way in. */
@NullMarked
package dev.allclear;

import org.jspecify.annotations.NullMarked;
