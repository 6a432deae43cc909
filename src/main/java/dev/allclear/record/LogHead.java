package dev.allclear.record;

import dev.allclear.model.Decision;
import dev.allclear.output.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How far a decision log went when it was published. A log that only grew still begins with the same decisions, and that is
 * found out without reading what they say.
 *
 * @param decisions how many decisions it had
 * @param digest the SHA-256 of their digests, each on a line of its own
 */
public record LogHead(int decisions, String digest) {

    /** That of the first decisions with these digests. */
    static LogHead of(List<String> digests) {
        StringBuilder lines = new StringBuilder();
        digests.forEach(d -> lines.append(d).append('\n'));
        return new LogHead(digests.size(), Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether a log still begins with what was published, to the letter. */
    public boolean isHeadOf(List<Decision> log) {
        return log.size() >= decisions
                && of(log.subList(0, decisions).stream().map(Decision::digest).toList())
                        .equals(this);
    }
}
