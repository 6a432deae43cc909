package dev.allclear.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.allclear.markdown.PictureSize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

    @TempDir
    private Path folder = Path.of("");

    private @Nullable PictureSize size(String name, byte[] bytes) throws IOException, ContentProblem {
        Files.write(folder.resolve(name), bytes);
        return new Pictures(ContentTree.walk(folder)).size(name);
    }

    private @Nullable PictureSize svg(String text) throws IOException, ContentProblem {
        return size("a.svg", text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void theJdkReadsItsOwn(String format) throws IOException, ContentProblem {
        Path file = folder.resolve("a." + format);
        ImageIO.write(new BufferedImage(31, 17, BufferedImage.TYPE_INT_RGB), format, file.toFile());
        assertEquals(new PictureSize(31, 17), size("a." + format, Files.readAllBytes(file)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<svg xmlns='http://www.w3.org/2000/svg' width='640' height='48.6px'/>; 640; 49",
                "<?xml version='1.0'?><!DOCTYPE svg><!-- x --><svg viewBox='0 0 12 34' width='100%'/>; 12; 34",
                "<svg viewBox=' -5, -5, 100 , 50 '/>; 100; 50"
            })
    void svgSaysItsSizeOrItsBox(String text, int width, int height) throws IOException, ContentProblem {
        assertEquals(new PictureSize(width, height), svg(text));
    }

    @ParameterizedTest
    @CsvSource({
        // Simple lossy, lossless, extended: heads made by cwebp of pictures of 31 by 17.
        "52494646000000005745425056503820000000003001009d012a1f00110000, 31, 17",
        "5249464600000000574542505650384c000000002f1e00040000000000000000, 31, 17",
        "524946460000000057454250565038580a000000100000001e00001000000000, 31, 17"
    })
    void webpSaysItsSizeInOneOfThreeWays(String head, int width, int height) throws IOException, ContentProblem {
        assertEquals(
                new PictureSize(width, height), size("a.webp", HexFormat.of().parseHex(head)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg",
                "<html/>",
                "<svg width='0' height='10'/>",
                "<svg viewBox='0 0 1e9 5'/>",
                "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg width='&a;'/>"
            })
    void whatCantBeReadHasNoSize(String text) throws IOException, ContentProblem {
        assertNull(svg(text));
        assertNull(size("a.png", text.getBytes(StandardCharsets.UTF_8)));
        assertNull(size("a.webp", text.getBytes(StandardCharsets.UTF_8)));
        assertNull(size("a.txt", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPictureThatIsNotThereHasNoSize() throws ContentProblem {
        assertNull(new Pictures(ContentTree.walk(folder)).size("b.png"));
    }
}
