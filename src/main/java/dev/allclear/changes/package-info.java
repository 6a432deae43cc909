/** What is different between two published versions. Knows java-diff-utils and the model; knows neither pages nor words. */
@NullMarked
package dev.allclear.changes;

import org.jspecify.annotations.NullMarked;
