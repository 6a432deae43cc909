/** Watches, builds again, reloads: a site served from memory to the browser of the one who writes it. Knows no arguments and no console. */
@NullMarked
package dev.allclear.serve;

import org.jspecify.annotations.NullMarked;
