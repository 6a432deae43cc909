/** Forms as JSON Schema, for editors. Knows nothing of documents. */
@NullMarked
package dev.allclear.schema;

import org.jspecify.annotations.NullMarked;
