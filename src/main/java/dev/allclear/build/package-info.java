/** The one room that knows the order of things: read, check, render, publish. Knows neither the console nor exit statuses. */
@NullMarked
package dev.allclear.build;

import org.jspecify.annotations.NullMarked;
