/** Rules on the templates that the content is shown with. */
@NullMarked
package dev.allclear.check.theme;

import org.jspecify.annotations.NullMarked;
