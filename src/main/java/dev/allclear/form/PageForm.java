package dev.allclear.form;

/** The front matter of any other page. */
public final class PageForm {

    public static final Form FORM = DocumentForm.of(
            "page",
            "a page",
            "pages/**/NAME.md, and any other Markdown file, front matter (it may be left out)",
            "Any page that is neither an incident's record nor a playbook.",
            DocumentForm.TITLE);

    private PageForm() {}
}
