package dev.allclear.author;

/**
 * A page on its way into the content.
 *
 * @param title its title
 */
public record NewPage(String title) {

    /** The name of its file, without {@code .md}. */
    public String name() {
        String slug = Slug.of(title, "");
        return slug.isEmpty() ? "page" : slug;
    }

    /** Its text. */
    public String text() {
        return """
                ---
                %s---

                TODO: Write the page.
                """.formatted(new FrontText().text("title", title));
    }
}
