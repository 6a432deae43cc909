package dev.allclear.cli;

/** The version of this tool. */
final class ToolVersion {

    private ToolVersion() {}

    /** The version in the jar's manifest; {@code dev} where there is no jar. */
    static String current() {
        String version = ToolVersion.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
