package dev.allclear.serve;

import dev.allclear.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page is to a browser that shows it live: the same, and a script that reloads it. */
final class LivePage {

    /** Everything of ours on the server that is no part of the site. No page of a site begins so: see {@code SitePaths}. */
    static final String FOLDER = "_allclear/";

    static final String SCRIPT = FOLDER + "live.js";
    static final String STYLE = FOLDER + "live.css";
    static final String EVENTS = FOLDER + "events";
    static final String STATE = FOLDER + "state";

    private static final Pattern POLICY = Pattern.compile(
            "(<meta\\s+http-equiv=\"Content-Security-Policy\"\\s+content=\")([^\"]*)(\")", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEAD_ENDS = Pattern.compile("</head\\s*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONNECT = Pattern.compile("(^|;)\\s*connect-src\\b[^;]*");

    private LivePage() {}

    /** A page of the site with the script, which may talk to the server that it came from and to nobody else. */
    static byte[] of(byte[] page, String site) {
        String html = new String(page, StandardCharsets.UTF_8);
        Matcher head = HEAD_ENDS.matcher(html);
        if (!head.find()) {
            return page;
        }
        String before = html.substring(0, head.start());
        Matcher policy = POLICY.matcher(before);
        if (policy.find()) {
            before = before.substring(0, policy.start())
                    + policy.group(1)
                    + withConnections(policy.group(2))
                    + policy.group(3)
                    + before.substring(policy.end());
        }
        return (before + script(site) + html.substring(head.start())).getBytes(StandardCharsets.UTF_8);
    }

    private static String withConnections(String policy) {
        Matcher connect = CONNECT.matcher(policy);
        return connect.find()
                ? policy.substring(0, connect.start())
                        + connect.group(1)
                        + " connect-src 'self'"
                        + policy.substring(connect.end())
                : policy + "; connect-src 'self'";
    }

    private static String script(String site) {
        return "<script src=\"/%s\" data-site=\"%s\" defer></script>\n".formatted(SCRIPT, escape(site));
    }

    /** A page of the server's own: what is wrong where there is nothing to show. */
    static byte[] message(String title, String text, State state) {
        StringBuilder body = new StringBuilder();
        body.append("<h1>")
                .append(escape(title))
                .append("</h1>\n<p>")
                .append(escape(text))
                .append("</p>\n");
        if (state.problem() != null || !state.findings().isEmpty()) {
            body.append("<ul>\n");
            if (state.problem() != null) {
                body.append("<li>");
                if (!state.problem().at().isEmpty()) {
                    body.append("<code>").append(escape(state.problem().at())).append("</code> ");
                }
                body.append(escape(state.problem().message())).append("</li>\n");
            }
            for (Finding finding : state.worstFirst()) {
                body.append("<li><code>%s</code> %s: %s</li>\n"
                        .formatted(
                                escape(Lines.place(finding)), finding.severity().word(), escape(finding.message())));
            }
            body.append("</ul>\n");
        }
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="stylesheet" href="/%s">
                %s</head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(escape(title), STYLE, script(state.name()), body).getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
