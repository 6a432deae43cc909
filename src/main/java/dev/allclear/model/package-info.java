/** The record as values: who, what, when, and how a state is folded from decisions. Knows where each thing was written; no YAML, Markdown, files or clock. */
@NullMarked
package dev.allclear.model;

import org.jspecify.annotations.NullMarked;
