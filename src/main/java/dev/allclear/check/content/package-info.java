/** Rules on what documents must say for the tool to understand them. */
@NullMarked
package dev.allclear.check.content;

import org.jspecify.annotations.NullMarked;
