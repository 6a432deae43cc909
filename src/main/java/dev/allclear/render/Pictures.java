package dev.allclear.render;

import dev.allclear.model.Asset;
import org.jspecify.annotations.Nullable;

/** The pictures that documents show, for a page that carries them in itself. */
@FunctionalInterface
public interface Pictures {

    /** The bytes of a file; null if they can't be had. */
    byte @Nullable [] bytes(Asset asset);
}
