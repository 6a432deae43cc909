/** Looks at the site as its readers do, with Chromium. */
@NullMarked
package dev.allclear.browser;

import org.jspecify.annotations.NullMarked;
