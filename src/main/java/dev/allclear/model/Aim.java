package dev.allclear.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a link inside the site leads.
 *
 * @param path in the site; null if it leaves the site's folder
 * @param fragment what follows {@code #}, decoded, empty if there is none
 */
public record Aim(@Nullable String path, String fragment) {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    /** Whether an address leads to another site or to another program. */
    public static boolean isExternal(String target) {
        return target.startsWith("//") || SCHEME.matcher(target).lookingAt();
    }

    /** Where an address on a page of the site leads. */
    public static Aim of(String target, String page) {
        int hash = target.indexOf('#');
        String fragment = hash < 0 ? "" : decode(target.substring(hash + 1));
        String rest = hash < 0 ? target : target.substring(0, hash);
        int query = rest.indexOf('?');
        String path = decode(query < 0 ? rest : rest.substring(0, query));
        return new Aim(path.isEmpty() ? page : resolve(path, page), fragment);
    }

    private static @Nullable String resolve(String path, String from) {
        Deque<String> parts = new ArrayDeque<>();
        if (!path.startsWith("/")) {
            String folder = from.substring(0, from.lastIndexOf('/') + 1);
            for (String part : folder.split("/", -1)) {
                if (!part.isEmpty()) {
                    parts.addLast(part);
                }
            }
        }
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return null;
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
