package dev.allclear.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of libraries for browsers, which come to the class path as
 * <a href="https://www.webjars.org/">WebJars</a>: Mermaid draws diagrams, Prism colours code. Docs/libraries.md says why.
 */
final class Webjars {

    private static final String MERMAID = "META-INF/resources/webjars/mermaid/11.14.0/";
    private static final String PRISM = "META-INF/resources/webjars/prismjs/1.30.0/";

    private static final Map<String, String> FILES = Map.of(
            "theme/lib/mermaid.js", MERMAID + "dist/mermaid.min.js",
            "theme/lib/mermaid-LICENSE.txt", MERMAID + "LICENSE",
            "theme/lib/prism.js", PRISM + "components/prism-core.min.js",
            "theme/lib/prism-LICENSE.txt", PRISM + "LICENSE");

    private static final Pattern LANGUAGE = Pattern.compile("theme/lib/prism-([a-z]+)\\.js");

    private Webjars() {}

    /** A file by its path in the site; null if no library has it. */
    static byte @Nullable [] file(String path) {
        Matcher language = LANGUAGE.matcher(path);
        String resource =
                language.matches() ? PRISM + "components/prism-" + language.group(1) + ".min.js" : FILES.get(path);
        if (resource == null) {
            return null;
        }
        try (InputStream in = Webjars.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
