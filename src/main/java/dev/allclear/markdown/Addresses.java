package dev.allclear.markdown;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.renderer.html.UrlSanitizer;

/** Which addresses a page may link to. What could run, or read another file of the reader's, becomes empty. */
final class Addresses implements UrlSanitizer {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern IGNORED = Pattern.compile("[\\p{Cc}\\p{Cf}\\s]+");

    @Override
    public String sanitizeLinkUrl(String url) {
        // Browsers drop tabs, line ends and controls before they look for a scheme.
        String bare = IGNORED.matcher(url).replaceAll("");
        Matcher m = SCHEME.matcher(bare);
        if (m.matches()) {
            return SCHEMES.contains(m.group(1).toLowerCase(Locale.ROOT)) ? bare : "";
        }
        return url.strip();
    }

    @Override
    public String sanitizeImageUrl(String url) {
        return isExternal(url) ? "" : sanitizeLinkUrl(url);
    }

    /** Whether an address leaves the site. */
    static boolean isExternal(String url) {
        String bare = IGNORED.matcher(url).replaceAll("").replace('\\', '/');
        return bare.startsWith("//") || SCHEME.matcher(bare).matches();
    }
}
