package dev.allclear.serve;

import java.util.Locale;
import java.util.Map;

/** What a file is, by its name: the JDK's own table depends on the machine. */
final class MediaTypes {

    static final String HTML = "text/html; charset=utf-8";
    static final String SVG = "image/svg+xml";

    private static final String TEXT = "text/plain; charset=utf-8";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", HTML),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("xml", "application/xml"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("txt", TEXT),
            Map.entry("md", TEXT),
            Map.entry("log", TEXT),
            Map.entry("yaml", TEXT),
            Map.entry("yml", TEXT),
            Map.entry("diff", TEXT),
            Map.entry("patch", TEXT),
            Map.entry("sql", TEXT),
            Map.entry("sh", TEXT),
            Map.entry("svg", SVG),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("zip", "application/zip"),
            Map.entry("gz", "application/gzip"));

    private MediaTypes() {}

    static String of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            // SHA256SUMS, LICENSE, and the like.
            return TEXT;
        }
        return TYPES.getOrDefault(name.substring(dot + 1).toLowerCase(Locale.ROOT), "application/octet-stream");
    }
}
