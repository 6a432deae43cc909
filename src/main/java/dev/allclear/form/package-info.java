/** What each mapping that authors write may hold, as values: for those who read it and those who describe it. Knows no YAML and no JSON. */
@NullMarked
package dev.allclear.form;

import org.jspecify.annotations.NullMarked;
