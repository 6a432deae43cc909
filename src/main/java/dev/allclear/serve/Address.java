package dev.allclear.serve;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What requests may ask for, and whom. */
final class Address {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private Address() {}

    /**
     * Whether a request means this machine by the name that it was sent to. A page of another site can have its own name
     * lead here (DNS rebinding), and would then read what is served; its name is still in the request.
     */
    static boolean isLoopback(@Nullable String host, int port) {
        if (host == null) {
            return false;
        }
        String name = host.strip().toLowerCase(Locale.ROOT);
        String suffix = ":" + port;
        return name.endsWith(suffix)
                ? LOOPBACK.contains(name.substring(0, name.length() - suffix.length()))
                : port == 80 && LOOPBACK.contains(name);
    }

    /**
     * The path below the site that a request names, decoded, without its first slash.
     *
     * @param raw as it was sent, percent-encoded
     * @return nothing if it could mean anything outside the site
     */
    static Optional<String> path(@Nullable String raw) {
        if (raw == null || !raw.startsWith("/")) {
            return Optional.empty();
        }
        String[] segments = raw.substring(1).split("/", -1);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < segments.length; i++) {
            String segment = decode(segments[i]);
            boolean last = i == segments.length - 1;
            if (segment == null
                    || (segment.isEmpty() && !last)
                    || segment.equals(".")
                    || segment.equals("..")
                    || segment.indexOf('/') >= 0
                    || segment.indexOf('\\') >= 0
                    || segment.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
                return Optional.empty();
            }
            path.append(i == 0 ? "" : "/").append(segment);
        }
        return Optional.of(path.toString());
    }

    private static @Nullable String decode(String segment) {
        byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                out.put(bytes[i]);
                continue;
            }
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            out.put((byte) (high * 16 + low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
