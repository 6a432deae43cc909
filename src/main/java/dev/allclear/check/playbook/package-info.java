/** Rules on playbooks: that they can be followed, in the time there is, by somebody who did not write them. */
@NullMarked
package dev.allclear.check.playbook;

import org.jspecify.annotations.NullMarked;
