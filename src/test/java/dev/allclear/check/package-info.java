/** Tests of the rules: fixtures of each, and the gate under generated logs. */
@NullMarked
package dev.allclear.check;

import org.jspecify.annotations.NullMarked;
