/** Markdown text to a tree and to safe HTML. The only room that knows commonmark-java and jsoup; knows no rules, no YAML. */
@NullMarked
package dev.allclear.markdown;

import org.jspecify.annotations.NullMarked;
