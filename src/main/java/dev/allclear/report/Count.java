package dev.allclear.report;

/** Numbers with their nouns. */
final class Count {

    private Count() {}

    static String of(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Errors and warnings together, whichever there are; empty if there are none. */
    static String errorsAndWarnings(int errors, int warnings, String between) {
        String first = errors == 0 ? "" : of(errors, "error");
        String second = warnings == 0 ? "" : of(warnings, "warning");
        return first + (first.isEmpty() || second.isEmpty() ? "" : between) + second;
    }

    /** The line of totals. */
    static String totals(Results results) {
        String found = errorsAndWarnings(results.errors(), results.warnings(), ", ");
        return (found.isEmpty() ? "No findings" : found) + " in " + of(results.documents(), "document");
    }
}
