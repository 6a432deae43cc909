package dev.allclear.git;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps JGit from what a reader of repositories has no need of: it would start the {@code git} program to find the
 * settings of the machine, and measure the clock of the disk with files of its own inside the repository. The user's own
 * settings and those of the repository are read.
 */
final class OwnSettings extends SystemReader.Delegate {

    private static boolean installed;

    private OwnSettings(SystemReader other) {
        super(other);
    }

    static synchronized void install() {
        if (!installed) {
            SystemReader.setInstance(new OwnSettings(SystemReader.getInstance()));
            installed = true;
        }
    }

    /**
     * The repository, if its objects have names that JGit can read.
     *
     * @throws IOException if they have not; the repository is closed then
     */
    static Repository readable(Repository repository) throws IOException {
        String form = repository.getConfig().getString("extensions", null, "objectformat");
        if (form != null && !form.equalsIgnoreCase("sha1")) {
            repository.close();
            throw new IOException("its objects are named by %s, and this tool reads those that are named by SHA-1"
                    .formatted(form.equalsIgnoreCase("sha256") ? "SHA-256" : "`" + form + "`"));
        }
        return repository;
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new Users(parent, super.openUserConfig(parent, fs).getFile(), fs);
    }

    /** The user's settings, and what JGit would measure: that a disk notes times to ten milliseconds at least. */
    private static final class Users extends FileBasedConfig {

        private static final long RESOLUTION_MILLIS = 10;

        Users(Config parent, File file, FS fs) {
            super(parent, file, fs);
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long otherwise, TimeUnit unit) {
            return section.equals("filesystem")
                    ? unit.convert(RESOLUTION_MILLIS, TimeUnit.MILLISECONDS)
                    : super.getTimeUnit(section, subsection, name, otherwise, unit);
        }
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
