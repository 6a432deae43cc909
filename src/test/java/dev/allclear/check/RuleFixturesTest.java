package dev.allclear.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.allclear.model.Account;
import dev.allclear.model.Bau;
import dev.allclear.read.ContentProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every fixture of every rule. {@code -Dgoldens.record=true} writes the expectations again, to be read. */
class RuleFixturesTest {

    private static final boolean RECORD = Boolean.getBoolean("goldens.record");

    static List<Fixture> fixtures() throws IOException {
        return Fixture.all();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void givesExactlyTheExpectedFindings(Fixture fixture, @TempDir Path temporary) throws IOException, ContentProblem {
        Verdict verdict = fixture.verdict(temporary);
        String found = Fixture.text(verdict.findings());
        if (fixture.isGood()) {
            assertEquals("", found, "a good fixture gives no finding at all");
            return;
        }
        if (RECORD) {
            Files.writeString(fixture.expected(), found);
        }
        assertEquals(Files.readString(fixture.expected()), found);
        assertTrue(
                verdict.findings().stream().anyMatch(f -> f.rule().equals(fixture.rule())),
                "a bad fixture gives a finding of its rule");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void bauHasResumedOnlyWhereTheGateObjectsToNothing(Fixture fixture, @TempDir Path temporary)
            throws IOException, ContentProblem {
        Verdict verdict = fixture.verdict(temporary);
        if (!fixture.rule().startsWith("gate/") || fixture.isGood()) {
            return;
        }
        assertTrue(verdict.gateObjects());
        Account account = verdict.accounts().get("tills-offline");
        boolean elsewhere = verdict.findings().stream()
                .noneMatch(f -> f.rule().startsWith("gate/")
                        && (f.location().file().contains("/tills-offline/")
                                || f.location().file().endsWith(".yaml")));
        if (account != null && !elsewhere && !account.incident().decisions().isEmpty()) {
            assertEquals(Bau.SUSPENDED, account.bau(), Fixture.text(verdict.findings()));
            assertFalse(account.blockedBy().isEmpty());
        }
    }

    @Test
    void everyRuleHasFixturesAndEveryFixtureARule() throws IOException {
        Set<String> rules = new TreeSet<>();
        for (Rule rule : Rulebook.all()) {
            rules.add(rule.card().id() + " good");
            rules.add(rule.card().id() + " bad");
        }
        Set<String> fixtures = new TreeSet<>();
        for (Fixture fixture : Fixture.all()) {
            fixtures.add(fixture.rule() + (fixture.isGood() ? " good" : " bad"));
        }
        assertEquals(rules, fixtures);
    }

    @Test
    void everyCardIsFilled() {
        Set<String> ids = new TreeSet<>();
        for (Rule rule : Rulebook.all()) {
            RuleCard card = rule.card();
            assertTrue(ids.add(card.id()), card.id() + " stands twice");
            assertTrue(card.id().matches("[a-z]+/[a-z-]+"), card.id());
            for (String words : List.of(card.summary(), card.why(), card.bad(), card.good())) {
                assertFalse(words.isBlank(), card.id() + " has an empty field");
            }
            assertFalse(card.bad().equals(card.good()), card.id());
        }
    }
}
