/** Tests of reading. */
@NullMarked
package dev.allclear.read;

import org.jspecify.annotations.NullMarked;
