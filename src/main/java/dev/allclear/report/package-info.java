/** Findings and states as text for people and machines, one class a format. Knows findings, the model and Gson. */
@NullMarked
package dev.allclear.report;

import org.jspecify.annotations.NullMarked;
