package dev.allclear.build;

import dev.allclear.output.Sha256;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/** What tells this build of the tool from any other: its version alone does not, while it is being worked on. */
final class ToolDigest {

    private ToolDigest() {}

    /** The digest of the jar, or of all classes where there is none; empty if neither can be read. */
    static String current() {
        CodeSource source = ToolDigest.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "";
        }
        try {
            Path place = Path.of(source.getLocation().toURI());
            if (!Files.isDirectory(place)) {
                return Sha256.of(place);
            }
            List<Path> files;
            try (Stream<Path> walk = Files.walk(place)) {
                files = walk.filter(Files::isRegularFile).sorted().toList();
            }
            StringBuilder all = new StringBuilder();
            for (Path file : files) {
                all.append(place.relativize(file))
                        .append('\t')
                        .append(Sha256.of(file))
                        .append('\n');
            }
            return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException | URISyntaxException e) {
            return "";
        }
    }
}
