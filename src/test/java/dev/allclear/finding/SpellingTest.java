package dev.allclear.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

    private static final List<String> STATES =
            List.of("degraded", "read-only", "maintenance", "offline", "restoring", "restored");

    @ParameterizedTest
    @CsvSource({
        "offlin, offline", // a letter lost
        "offlinee, offline", // a letter too many
        "oflfine, offline", // two neighbours swapped
        "offlixe, offline", // a letter changed
        "OFFLINE, offline", // letter case is nearness
        "readonly, read-only",
        "restord, restored",
        "restorng, restoring",
        "maintainance, maintenance"
    })
    void findsTheWordThatWasProbablyMeant(String written, String meant) {
        assertEquals(Optional.of(meant), Spelling.near(written, STATES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "up", "operational", "open", "restaurant", "oooooooooooooooooooooooooooooooooo"})
    void saysNothingWhereNothingIsNear(String written) {
        assertEquals(Optional.empty(), Spelling.near(written, STATES));
        assertEquals("", Spelling.didYouMean(written, STATES));
    }

    @Test
    void shortWordsMustBeNearer() {
        assertEquals(Optional.of("yes"), Spelling.near("yas", List.of("yes")));
        assertEquals(Optional.empty(), Spelling.near("yay", List.of("yes")));
    }

    @Test
    void ofTwoTheNearerIsMeantAndOfEquallyNearOnesTheFirst() {
        assertEquals(Optional.of("restored"), Spelling.near("restored!", STATES));
        assertEquals(Optional.of("ab"), Spelling.near("ax", List.of("ab", "ac")));
    }

    @Test
    void theSentenceEndsWithASpaceForTheNextOne() {
        assertEquals("Did you mean `restored`? ", Spelling.didYouMean("restord", STATES));
    }
}
