/** Asks other sites whether what the content links to is there. Knows HTTP, and nothing of rules or documents. */
@NullMarked
package dev.allclear.external;

import org.jspecify.annotations.NullMarked;
