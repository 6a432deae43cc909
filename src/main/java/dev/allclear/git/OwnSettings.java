package dev.allclear.git;

import java.io.File;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps JGit from what a reader of repositories has no need of: it would start the {@code git} program to find the
 * settings of the machine, and measure the clock of the disk and note that in the user's home. The user's own settings
 * and those of the repository are read.
 */
final class OwnSettings extends SystemReader.Delegate {

    private static boolean installed;

    private OwnSettings(SystemReader other) {
        super(other);
    }

    static synchronized void install() {
        if (!installed) {
            SystemReader.setInstance(new OwnSettings(SystemReader.getInstance()));
            FS.FileStoreAttributes.setBackground(true);
            installed = true;
        }
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    /** Settings that nobody wrote and nobody can. */
    private static final class Nothing extends FileBasedConfig {

        Nothing(Config parent, FS fs) {
            super(parent, new File("none"), fs);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
