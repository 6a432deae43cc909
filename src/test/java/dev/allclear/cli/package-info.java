/** Tests of the command line, most of them in a process of its own. */
@NullMarked
package dev.allclear.cli;

import org.jspecify.annotations.NullMarked;
