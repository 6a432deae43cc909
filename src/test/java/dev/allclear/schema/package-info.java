/** The schemas, held against what is read. */
@NullMarked
package dev.allclear.schema;

import org.jspecify.annotations.NullMarked;
