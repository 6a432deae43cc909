package dev.allclear.read;

import dev.allclear.markdown.PictureSize;
import org.jspecify.annotations.Nullable;

/**
 * What a document may know of the other files of its content folder: where they stand in the site, and how large the
 * pictures are. Whatever it is told is written down in its basis.
 *
 * @param basis where it is written down, or null if nobody will ask
 */
record Lookups(SitePaths paths, Pictures pictures, @Nullable Basis basis) {

    /** The site's path of a file or folder that a link names, or null if there is none. */
    @Nullable
    String find(String path) {
        String found = paths.find(path);
        if (basis != null) {
            basis.place(path, found);
        }
        return found;
    }

    /** The site's path of a file of the content. */
    String of(String path) {
        String place = paths.of(path);
        if (basis != null) {
            basis.place(path, place);
        }
        return place;
    }

    /** The size of a picture; null if there is none, or it can't be told. */
    @Nullable
    PictureSize size(String path) {
        PictureSize size = pictures.size(path);
        if (basis != null) {
            basis.size(path, size);
        }
        return size;
    }

    /** Takes down what a file of the document's own holds. */
    void file(String path, byte[] bytes) {
        if (basis != null) {
            basis.file(path, bytes);
        }
    }
}
