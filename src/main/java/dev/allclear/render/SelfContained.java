package dev.allclear.render;

import dev.allclear.output.Sha256;
import java.util.Base64;

/**
 * What makes a page one that needs no other file: its style and its script stand in it, and its policy allows these two,
 * by their digests, and pictures that stand in it too.
 *
 * @param style the style sheet, to be written between {@code <style>} and {@code </style>} with nothing beside it
 * @param script the script, to be written in the same way
 * @param icon the site's icon as an address that needs no other file
 * @param policy the Content-Security-Policy
 */
public record SelfContained(String style, String script, String icon, String policy) {

    /** The style sheet of every page, whose colours and measures a theme may have changed. */
    static final String STYLE = "theme/style.css";

    static final String OWN_STYLE = "emergency.css";
    static final String SCRIPT = "emergency.js";
    static final String ICON = "theme/icon.svg";

    static SelfContained of(Theme theme, String more) {
        String style = inStyle(text(theme, STYLE) + text(theme, OWN_STYLE) + more);
        String script = inScript(text(theme, SCRIPT));
        byte[] icon = theme.files().get(ICON);
        return new SelfContained(
                style,
                script,
                icon == null
                        ? "data:,"
                        : "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(icon),
                "default-src 'none'; img-src data:; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
                        .formatted(Sha256.forPolicy(style), Sha256.forPolicy(script)));
    }

    /** Browsers read each line end as LF before they take the digest. */
    private static String text(Theme theme, String name) {
        String text = theme.template(name);
        return text == null
                ? ""
                : text.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\uFFFD') + "\n";
    }

    /** In a string or a comment of a style sheet, {@code <\/} is {@code </}, and it ends no element. */
    private static String inStyle(String css) {
        return css.replace("</", "<\\/");
    }

    /** The same for a script, and {@code <!--}, which would hide the end of the element. */
    private static String inScript(String script) {
        return script.replace("</", "<\\/").replace("<!--", "<\\!--");
    }
}
