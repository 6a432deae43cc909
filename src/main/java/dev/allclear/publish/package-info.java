/** A site to disk, whole or not at all, and what was published before. Knows disks; does not know how pages are made. */
@NullMarked
package dev.allclear.publish;

import org.jspecify.annotations.NullMarked;
