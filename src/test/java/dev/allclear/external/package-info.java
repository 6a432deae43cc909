/** Tests of the questions to other sites. */
@NullMarked
package dev.allclear.external;

import org.jspecify.annotations.NullMarked;
