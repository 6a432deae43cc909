/** Rules on waivers: a rule that is knowingly not met is named, reasoned, signed and ends. */
@NullMarked
package dev.allclear.check.waiver;

import org.jspecify.annotations.NullMarked;
