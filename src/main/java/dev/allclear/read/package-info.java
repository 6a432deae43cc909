/** The content folder to a {@link dev.allclear.model.Library}. The only room that knows SnakeYAML; knows no rules and no templates. */
@NullMarked
package dev.allclear.read;

import org.jspecify.annotations.NullMarked;
