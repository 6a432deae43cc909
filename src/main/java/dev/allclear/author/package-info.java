/** New documents as text, and how they are written so that nothing is overwritten. Knows the model's words; not the rules, not the console. */
@NullMarked
package dev.allclear.author;

import org.jspecify.annotations.NullMarked;
