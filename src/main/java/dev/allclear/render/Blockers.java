package dev.allclear.render;

import dev.allclear.model.Account;
import dev.allclear.model.Investigation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands between an incident and BAU, in the site's language. Rules speak English: on an English page their own
 * words stand, on any other what the theme says of a rule that is still to be met.
 */
final class Blockers {

    private Blockers() {}

    /** Safe HTML, one sentence for each. */
    static List<String> of(Account account, Atlas atlas, Links links) {
        return atlas.words().messages().isEnglish()
                ? account.blockers().stream().map(Words::html).toList()
                : account.blockedBy().stream()
                        .map(rule -> Words.html(sentence(rule, account, atlas, links)))
                        .toList();
    }

    private static String sentence(String rule, Account account, Atlas atlas, Links links) {
        Words words = atlas.words();
        return switch (rule) {
            case "gate/not-restored" -> words.say("blocked.not-restored", states(account, atlas, links));
            case "gate/investigation-missing" -> words.say("blocked.investigation-missing");
            case "gate/investigation-open" -> words.say("blocked.investigation-open");
            case "gate/root-cause-unknown" -> words.say("blocked.root-cause-unknown");
            case "gate/root-cause-empty" -> words.say("blocked.root-cause-empty");
            case "gate/no-prevention" -> words.say("blocked.no-prevention");
            case "gate/blocking-action" -> words.say("blocked.blocking-action", actions(account));
            default -> words.say("blocked.other", rule);
        };
    }

    private static String states(Account account, Atlas atlas, Links links) {
        return account.course().states().keySet().stream()
                .filter(id -> account.state(id) != dev.allclear.model.SystemState.RESTORED)
                .map(id -> atlas.system(id, links).text() + " ("
                        + atlas.words().say("state." + account.state(id).word()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String actions(Account account) {
        Investigation investigation = account.incident().investigation();
        return investigation == null
                ? ""
                : investigation.actions().stream()
                        .filter(a -> a.blocks() && a.done().value() == null)
                        .map(a -> a.text())
                        .collect(Collectors.joining("; "));
    }
}
