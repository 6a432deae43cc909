/** What git says of the content folder. Knows JGit and nothing else of this tool. */
@NullMarked
package dev.allclear.git;

import org.jspecify.annotations.NullMarked;
