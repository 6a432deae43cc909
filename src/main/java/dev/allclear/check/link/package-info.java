/** Rules on links: what a reader clicks is there. */
@NullMarked
package dev.allclear.check.link;

import org.jspecify.annotations.NullMarked;
