/** The gate: what must hold before a site may say that business as usual has resumed. Always errors, never to be turned off. */
@NullMarked
package dev.allclear.check.gate;

import org.jspecify.annotations.NullMarked;
