/** Tests of the record's own laws. */
@NullMarked
package dev.allclear.model;

import org.jspecify.annotations.NullMarked;
