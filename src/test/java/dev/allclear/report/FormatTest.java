package dev.allclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.model.Account;
import dev.allclear.model.Bau;
import dev.allclear.model.SystemState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsWord(Format format) {
        assertEquals(Optional.of(format), Format.find(format.word()));
        assertEquals(Optional.empty(), Format.find(format.name()));
    }

    @Test
    void wordsAreThoseOfTheContract() {
        assertEquals(
                List.of("text", "json", "sarif", "junit", "github", "gitlab"),
                List.of(Format.values()).stream().map(Format::word).toList());
    }

    @ParameterizedTest
    @EnumSource
    void endsWithOneLineEnd(Format format) {
        for (Results results : List.of(Given.results(), Given.results(Given.PLAIN, Given.HOSTILE))) {
            String text = Reports.of(format, Given::sources, false).print(results);
            assertTrue(text.endsWith("\n"));
            assertFalse(text.endsWith("\n\n"));
            assertFalse(text.contains("\r"), text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameInEveryLocaleAndZone(Format format) {
        String here = print(format);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals(here, print(format), tag);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static String print(Format format) {
        Account account =
                new Scene("a", "A").set(1, "Iı", null, SystemState.OFFLINE).account(Bau.SUSPENDED, Map.of("x", "why"));
        Results results = Given.results(List.of(account), Given.PLAIN, Given.HOSTILE);
        return Reports.of(format, Given::sources, false).print(results)
                + new GithubReport().summary(results)
                + new StatusReport(true).print(Scene.library(), List.of(account), results.now());
    }
}
