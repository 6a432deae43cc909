/** Tests of the writing to the disk. */
@NullMarked
package dev.allclear.publish;

import org.jspecify.annotations.NullMarked;
