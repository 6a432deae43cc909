package dev.allclear.render;

/** A template can't be read or filled. */
public final class TemplateFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String template;
    private final int line;
    private final int column;

    TemplateFault(String template, int line, int column, String message, Throwable cause) {
        super(message, cause);
        this.template = template;
        this.line = Math.max(line, 1);
        this.column = Math.max(column, 1);
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
}
