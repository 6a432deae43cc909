@NullMarked
package dev.allclear.report;

import org.jspecify.annotations.NullMarked;
