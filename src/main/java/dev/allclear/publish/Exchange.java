package dev.allclear.publish;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Swaps two folders in one step, so that whoever looks at any moment sees the one or the other. Java has no such
 * operation: Linux has {@code renameat2} with {@code RENAME_EXCHANGE}, macOS {@code renamex_np} with
 * {@code RENAME_SWAP}. Elsewhere two renames must do, with a moment in between.
 */
final class Exchange {

    /** What the name of a folder ends with that stands aside between two renames. */
    static final String ASIDE = ".old";

    private static final int AT_FDCWD = -100;
    private static final int RENAME_EXCHANGE = 2;
    private static final int RENAME_SWAP = 2;

    private Exchange() {}

    /** The functions of the C library. Public, for JNA to implement it. */
    public interface C extends Library {

        /** See renameat2(2) of Linux. */
        int renameat2(int oldFolder, byte[] oldPath, int newFolder, byte[] newPath, int flags);

        /** See renamex_np(2) of macOS. */
        int renamex_np(byte[] from, byte[] to, int flags);
    }

    /** Puts {@code next} in the place of {@code current} and the other way round. Both stand on one file system. */
    static void swap(Path next, Path current) throws IOException {
        if (!atomically(next, current)) {
            Path aside = current.resolveSibling(next.getFileName() + ASIDE);
            Files.move(current, aside, StandardCopyOption.ATOMIC_MOVE);
            try {
                Files.move(next, current, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                Files.move(aside, current, StandardCopyOption.ATOMIC_MOVE);
                throw e;
            }
            Files.move(aside, next, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static boolean atomically(Path a, Path b) {
        try {
            C c = library();
            if (c == null) {
                return false;
            }
            return Platform.isMac()
                    ? c.renamex_np(name(a), name(b), RENAME_SWAP) == 0
                    : c.renameat2(AT_FDCWD, name(a), AT_FDCWD, name(b), RENAME_EXCHANGE) == 0;
        } catch (LinkageError e) {
            // No native library for this machine, or a C library without the function.
            return false;
        }
    }

    private static @Nullable C library() {
        return Platform.isLinux() || Platform.isMac() ? Native.load("c", C.class) : null;
    }

    private static byte[] name(Path path) {
        byte[] bytes = path.toAbsolutePath().toString().getBytes(java.nio.charset.Charset.defaultCharset());
        byte[] terminated = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, terminated, 0, bytes.length);
        return terminated;
    }
}
