package dev.allclear.markdown;

import org.commonmark.node.Image;
import org.jspecify.annotations.Nullable;

/** An image whose size is known, or not. */
final class Picture extends Image {

    private final @Nullable PictureSize size;

    Picture(String destination, @Nullable String title, @Nullable PictureSize size) {
        super(destination, title);
        this.size = size;
    }

    @Nullable
    PictureSize size() {
        return size;
    }
}
