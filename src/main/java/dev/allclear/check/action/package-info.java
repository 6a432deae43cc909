/** Rules on the actions of root-cause reports. */
@NullMarked
package dev.allclear.check.action;

import org.jspecify.annotations.NullMarked;
