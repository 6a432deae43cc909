package dev.allclear.versions;

/**
 * One place where a version is not what was released.
 *
 * @param kind what happened to it
 * @param version the name of the version's folder
 * @param path the file or folder, below the site's folder
 * @param message what was found, as one sentence without its end
 */
public record Discrepancy(Kind kind, String version, String path, String message) {

    /** What happened. */
    public enum Kind {
        /** A file holds other bytes. */
        CHANGED,
        /** Something stands there that was not released. */
        ADDED,
        /** A file is gone. */
        REMOVED,
        /** A symbolic link stands there. */
        LINK,
        /** It can't be read, so nothing is known of it. */
        UNREADABLE,
        /** A manifest does not follow from the one before. */
        CHAIN,
        /** A version of the chain is missing. */
        GAP;

        /** The word for it in reports. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
