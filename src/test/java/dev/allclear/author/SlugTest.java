package dev.allclear.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Checkout offline | checkout-offline",
                "Käse außer Betrieb | kase-ausser-betrieb",
                "L'Œuvre   à  côté! | loeuvre-a-cote",
                "İstanbul'da ISITMA | istanbulda-isitma",
                "Ærø, Łódź & Đà Nẵng | aero-lodz-and-da-nang",
                "決済が止まった | checkout-payments",
                "決済 API v2.1 | api-v2-1",
                "🔥🔥🔥 | checkout-payments",
                "--- | checkout-payments",
                "../../etc/passwd | etc-passwd",
                "Aux | aux-1",
            })
    void titlesBecomeNames(String title, String name) {
        assertEquals(name, Slug.of(title, "checkout payments"));
    }

    @Test
    void aNameIsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals("istanbul-failing", Slug.of("ISTANBUL FAILING", ""));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aLongTitleEndsWithAWholeWord() {
        assertEquals(
                "a-poisoned-dependency-of-the-checkout-was",
                Slug.of("A poisoned dependency of the checkout was installed-by-the-update-bot", ""));
        assertEquals(50, Slug.of("x".repeat(300), "").length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..", "a/../b", "/a", "a/", ".hidden", "a\\b", "C:", "a?", "con", "x/nul.txt", "", "a.", "50%"})
    void namesThatLeadElsewhereAreRefused(String name) {
        assertTrue(Slug.refusal(name, true).isPresent(), name);
    }

    @Test
    void foldersAreRefusedWhereThereAreNone() {
        assertTrue(Slug.refusal("data/restore", true).isEmpty());
        assertTrue(Slug.refusal("data/restore", false).isPresent());
    }
}
