/** The command line: arguments in, words and an exit status out. One class a command. */
@NullMarked
package dev.allclear.cli;

import org.jspecify.annotations.NullMarked;
