package dev.allclear.markdown;

/** A block that stands directly in a document or a section, as far as data can be read from it. */
public sealed interface Block permits Fence, Table, Listing, Heading, OtherBlock {}
