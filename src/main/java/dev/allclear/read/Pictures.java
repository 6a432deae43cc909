package dev.allclear.read;

import dev.allclear.markdown.PictureSize;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of a content folder's pictures, read from the first bytes of each: those that the JDK knows (PNG, JPEG, GIF,
 * BMP), SVG and WebP. A picture that can't be read has no size, and is shown all the same. Safe for use by many threads.
 */
final class Pictures {

    private static final long LARGEST_SVG = 4L * 1024 * 1024;

    /** What would make a page jump worse than no size at all. */
    private static final int LARGEST_SIDE = 100_000;

    private static final Pattern PIXELS = Pattern.compile("\\s*\\+?([0-9]{1,6}(?:\\.[0-9]+)?)(?:px)?\\s*");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

    private final Map<String, Path> files = new HashMap<>();
    private final Map<String, Optional<PictureSize>> known = new ConcurrentHashMap<>();

    /** The pictures of a content folder. */
    Pictures(ContentTree tree) {
        for (ContentTree.Entry entry : tree.others()) {
            files.put(entry.path(), entry.file());
        }
    }

    /** The same after a change, with the sizes that are known of those that were not touched. */
    Pictures(ContentTree tree, Pictures before, Predicate<String> touched) {
        this(tree);
        before.known.forEach((path, size) -> {
            if (!touched.test(path)) {
                known.put(path, size);
            }
        });
    }

    /** The size of the picture with this path below the content folder; null if there is none, or it can't be told. */
    @Nullable
    PictureSize size(String path) {
        Path file = files.get(path);
        return file == null
                ? null
                : known.computeIfAbsent(path, p -> Optional.ofNullable(read(p, file)))
                        .orElse(null);
    }

    private static @Nullable PictureSize read(String path, Path file) {
        try {
            return switch (path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
                case "png", "jpg", "jpeg", "gif", "bmp" -> known(file);
                case "webp" -> webp(file);
                case "svg" -> svg(file);
                default -> null;
            };
        } catch (IOException | RuntimeException e) {
            // Whatever a broken picture does to a reader, its page is made.
            return null;
        }
    }

    private static @Nullable PictureSize known(Path file) throws IOException {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return size(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        }
    }

    private static @Nullable PictureSize size(double width, double height) {
        boolean sensible = width >= 1 && height >= 1 && width <= LARGEST_SIDE && height <= LARGEST_SIDE;
        return sensible ? new PictureSize((int) Math.round(width), (int) Math.round(height)) : null;
    }

    /** <a href="https://datatracker.ietf.org/doc/html/rfc9649#section-2">RFC 9649</a>: one of three first chunks. */
    private static @Nullable PictureSize webp(Path file) throws IOException {
        byte[] head = new byte[30];
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.readFully(head);
        }
        if (!text(head, 0).equals("RIFF") || !text(head, 8).equals("WEBP")) {
            return null;
        }
        return switch (text(head, 12)) {
            case "VP8 " -> size(little(head, 26, 2) & 0x3fff, little(head, 28, 2) & 0x3fff);
            case "VP8L" -> {
                int bits = little(head, 21, 4);
                yield size((bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1);
            }
            case "VP8X" -> size(little(head, 24, 3) + 1, little(head, 27, 3) + 1);
            default -> null;
        };
    }

    private static String text(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static int little(byte[] bytes, int at, int length) {
        int number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = (number << 8) | (bytes[at + i] & 0xff);
        }
        return number;
    }

    private static @Nullable PictureSize svg(Path file) throws IOException {
        if (Files.size(file) > LARGEST_SVG) {
            return null;
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader root = factory.createXMLStreamReader(in);
            while (root.hasNext()) {
                if (root.next() == XMLStreamConstants.START_ELEMENT) {
                    return root.getLocalName().equals("svg") ? svg(root) : null;
                }
            }
        } catch (XMLStreamException e) {
            return null;
        }
        return null;
    }

    private static @Nullable PictureSize svg(XMLStreamReader root) {
        PictureSize written = size(pixels(attribute(root, "width")), pixels(attribute(root, "height")));
        String[] box = SEPARATOR.split(attribute(root, "viewBox").strip(), -1);
        return written != null || box.length != 4 ? written : size(pixels(box[2]), pixels(box[3]));
    }

    private static String attribute(XMLStreamReader element, String name) {
        String value = element.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static double pixels(String text) {
        Matcher matcher = PIXELS.matcher(text);
        return matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
    }
}
