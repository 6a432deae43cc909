/** A library to pages. The only room that knows FreeMarker; knows no disk, no clock and nothing of what rules look at. */
@NullMarked
package dev.allclear.render;

import org.jspecify.annotations.NullMarked;
