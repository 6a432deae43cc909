/** Tests of serving. */
@NullMarked
package dev.allclear.serve;

import org.jspecify.annotations.NullMarked;
