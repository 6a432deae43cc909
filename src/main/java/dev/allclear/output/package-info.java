/** What a build produced, before it touches a disk. Knows the JDK and nothing else of this tool. */
@NullMarked
package dev.allclear.output;

import org.jspecify.annotations.NullMarked;
