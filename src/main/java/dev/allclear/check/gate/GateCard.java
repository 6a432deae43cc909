package dev.allclear.check.gate;

import dev.allclear.check.RuleCard;
import dev.allclear.finding.Severity;

/** Makes the cards of this group: all errors. */
final class GateCard {

    private GateCard() {}

    static RuleCard of(String name, String summary, String why, String bad, String good) {
        return new RuleCard("gate/" + name, Severity.ERROR, summary, why, bad, good);
    }
}
