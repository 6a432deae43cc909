/** Versions as data: labels, manifests, withdrawals, the chain that they form, and the proof that nothing was touched since. Knows Gson and files; does not know how a version is made. */
@NullMarked
package dev.allclear.versions;

import org.jspecify.annotations.NullMarked;
