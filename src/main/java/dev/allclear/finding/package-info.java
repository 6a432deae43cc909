/** What {@code check} has to say and where. Knows the JDK and nothing else of this tool. */
@NullMarked
package dev.allclear.finding;

import org.jspecify.annotations.NullMarked;
