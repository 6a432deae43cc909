package dev.allclear.build;

/** What a build is at. */
public enum Stage {
    /** Another build holds the site's folder. */
    WAITING,
    /** The digests of the content are taken. */
    DIGESTING,
    /** Documents are read. */
    READING,
    /** Other sites are asked about the links to them. */
    ASKING,
    /** The rules are applied. */
    CHECKING,
    /** The commits of the repository are walked. */
    HISTORY,
    /** Versions of tags are built. */
    VERSIONS,
    /** Pages are filled and not kept, to see whether they can be. */
    TRYING,
    /** Pages are filled, and files written. */
    WRITING,
    /** Files of versions are compared with their manifests. */
    VERIFYING
}
