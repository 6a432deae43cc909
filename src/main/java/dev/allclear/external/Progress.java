package dev.allclear.external;

/** Is told how far the asking has come. */
@FunctionalInterface
public interface Progress {

    /** So many of all addresses have been asked. Called from several threads, one at a time. */
    void asked(int done, int all);
}
