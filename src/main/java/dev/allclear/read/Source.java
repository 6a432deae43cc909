package dev.allclear.read;

import dev.allclear.finding.Location;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A text file read: its text without byte order mark, or the place of the first byte that is not UTF-8.
 *
 * @param text the text, or null if it is not UTF-8
 * @param bad where it stops being UTF-8, or null
 */
record Source(@Nullable String text, @Nullable Location bad) {

    /** Decodes strictly: a file that is not UTF-8 is not guessed at. */
    static Source decode(byte[] bytes, String file) {
        int start = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        String quick = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        if (quick.indexOf('\uFFFD') < 0) {
            return new Source(quick, null);
        }
        // The author wrote that character, or the decoder put it in the place of a bad byte: look again.
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length - start + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        String text = out.flip().toString();
        return result.isError() ? new Source(null, end(text, file)) : new Source(text, null);
    }

    private static Location end(String text, String file) {
        int line = 1;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                begin = i + 1;
            }
        }
        return Location.on(file, line, text.length() - begin + 1, 1);
    }
}
