package dev.allclear.render;

/** A template can't be read or filled. */
public final class TemplateFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String template;
    private final int line;
    private final int column;
    private final int length;
    private final String help;

    /**
     * A fault at its place.
     *
     * @param length how many characters are at fault; 1 if that is not known
     * @param message what is wrong, in words that follow on "the template can't be filled:"
     * @param help what to do, in a sentence or two
     */
    TemplateFault(String template, int line, int column, int length, String message, String help, Throwable cause) {
        super(message, cause);
        this.template = template;
        this.line = Math.max(line, 1);
        this.column = Math.max(column, 1);
        this.length = Math.max(length, 1);
        this.help = help;
    }

    /** The template's name. */
    public String template() {
        return template;
    }

    /** The line in the template, from 1. */
    public int line() {
        return line;
    }

    /** The column in the template, from 1. */
    public int column() {
        return column;
    }

    /** How many characters on that line are at fault, at least 1. */
    public int length() {
        return length;
    }

    /** What to do, in a sentence or two. */
    public String help() {
        return help;
    }
}
