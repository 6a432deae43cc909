package dev.allclear.report;

/** Colours for a terminal, or none. */
record Paint(boolean on) {

    String red(String text) {
        return code("1;31", text);
    }

    String yellow(String text) {
        return code("1;33", text);
    }

    String green(String text) {
        return code("1;32", text);
    }

    String blue(String text) {
        return code("1;34", text);
    }

    String bold(String text) {
        return code("1", text);
    }

    private String code(String code, String text) {
        return on ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
