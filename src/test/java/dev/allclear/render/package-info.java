/** Tests of what pages show. */
@NullMarked
package dev.allclear.render;

import org.jspecify.annotations.NullMarked;
