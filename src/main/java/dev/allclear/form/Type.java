package dev.allclear.form;

/** In what form a value is written. */
public enum Type {
    /** One line of words. */
    TEXT(""),
    /** The id of one person. */
    PERSON(""),
    /** A word of a closed list. */
    WORD(""),
    /** A list of such words. */
    WORDS(""),
    /** A list of texts. */
    TEXTS(""),
    /** A list of texts, or one that stands for a list of one. */
    TEXT_OR_TEXTS(""),
    /** A moment, with its offset or in the site's time zone. */
    TIME("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?) ?(Z|[+-]\\d{2}:?\\d{2})?"),
    /** A day. */
    DATE("\\d{4}-\\d{2}-\\d{2}"),
    /** A length of time. */
    DURATION("(?=\\d)(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?"),
    /** A number from 1. */
    WHOLE_NUMBER("[1-9]\\d{0,8}"),
    /** True or false. */
    TRUTH(""),
    /** A mapping. */
    MAPPING(""),
    /** A list of mappings. */
    MAPPINGS(""),
    /** A state for all systems, or a mapping from system to state. */
    STATES("");

    private final String pattern;

    Type(String pattern) {
        this.pattern = pattern;
    }

    /** What the whole text must match, in the regular expressions that Java and JavaScript share; empty if anything goes. */
    public String pattern() {
        return pattern;
    }
}
