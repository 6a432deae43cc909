/** The whole record as data: {@code record.json}, written with each site and read back from published versions. Knows Gson and the model. */
@NullMarked
package dev.allclear.record;

import org.jspecify.annotations.NullMarked;
