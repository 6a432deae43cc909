/** Tests of Markdown and of what becomes of hostile text. */
@NullMarked
package dev.allclear.markdown;

import org.jspecify.annotations.NullMarked;
