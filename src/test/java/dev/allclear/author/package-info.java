/** Tests of what is written for authors. */
@NullMarked
package dev.allclear.author;

import org.jspecify.annotations.NullMarked;
