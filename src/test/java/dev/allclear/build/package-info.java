/** Tests of whole builds. */
@NullMarked
package dev.allclear.build;

import org.jspecify.annotations.NullMarked;
