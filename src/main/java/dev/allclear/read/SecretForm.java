package dev.allclear.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One form of secret. The forms are those that their issuers publish.
 *
 * @param name what it is, with its article
 * @param keys the letters with which it begins, at least three
 * @param ignoresCase whether letter case does not matter for them
 * @param pattern the whole; the secret is its first group that matches, or all of it
 * @param test what else must hold of the secret
 */
record SecretForm(String name, List<String> keys, boolean ignoresCase, Pattern pattern, Predicate<String> test) {

    /** What stands before a token must not be part of it. */
    private static final String BEGIN = "(?<![A-Za-z0-9])";

    private static final String END = "(?![A-Za-z0-9])";

    /** What parts a name from its value. */
    private static final String IS = "[\"']?\\s{0,3}(?::=|=>|=|:)\\s{0,3}";

    /** A value on the same line, in quotes or up to what ends it. */
    private static final String VALUE = "(?:\"([^\"\\s]{4,300})\"|'([^'\\s]{4,300})'|([^\\s\"'`,;|)}\\]]{4,300}))";

    /** All forms; where two fit, the first counts. */
    static final List<SecretForm> ALL = List.of(
            token("an AWS access key", "(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}", "AKIA", "ASIA", "ABIA", "ACCA"),
            named(
                    "an AWS secret key",
                    "aws_?(?:secret_?(?:access_?)?key|secret)" + IS + "[\"']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])",
                    Guess::isRandomBase64,
                    "aws_secret",
                    "awssecret"),
            named(
                    "an AWS secret key",
                    "secret_?access_?key" + IS + "[\"']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])",
                    Guess::isRandomBase64,
                    "secretaccess",
                    "secret_access"),
            token("a GitHub token", "gh[pousr]_[A-Za-z0-9]{36,255}", "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
            token("a GitHub token", "github_pat_[A-Za-z0-9_]{22,255}", "github_pat_"),
            token(
                    "a GitLab token",
                    "gl(?:pat|dt|ptt|rt|cbt|ft|imt|agent|soat|oas)-[A-Za-z0-9_-]{20,255}",
                    "glpat-",
                    "gldt-",
                    "glptt-",
                    "glrt-",
                    "glcbt-",
                    "glft-",
                    "glimt-",
                    "glagent-",
                    "glsoat-",
                    "gloas-"),
            token("a Slack token", "xox[abeoprs]-[A-Za-z0-9-]{10,255}", "xox"),
            token("a Slack token", "xapp-\\d-[A-Za-z0-9-]{10,255}", "xapp-"),
            address(
                    "a Slack webhook",
                    "hooks\\.slack\\.com/(?:services|workflows|triggers)/([A-Za-z0-9_/]{20,255})",
                    "hooks.slack.com"),
            token("a Stripe key", "(?:sk|rk)_live_[A-Za-z0-9]{16,255}", "sk_live_", "rk_live_"),
            token("a Stripe key", "whsec_[A-Za-z0-9+/]{32,255}", "whsec_"),
            token("a Google API key", "AIza[A-Za-z0-9_-]{35}", "AIza"),
            token("a Google client secret", "GOCSPX-[A-Za-z0-9_-]{28}", "GOCSPX-"),
            token("a Google access token", "ya29\\.[A-Za-z0-9_-]{20,500}", "ya29."),
            new SecretForm(
                    "a private key",
                    List.of("-----BEGIN "),
                    false,
                    Pattern.compile(
                            "-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----"
                                    + "(?:(?!-----END)[\\s\\S]){0,400}?[A-Za-z0-9+/]{16}(?![A-Za-z0-9+/=\\s]{0,80}(?:\\.\\.\\.|…))"),
                    Guess::isReal),
            new SecretForm(
                    "a private key",
                    List.of("LS0tLS1CRUdJTi"),
                    false,
                    Pattern.compile(
                            "LS0tLS1CRUdJTi[A-Za-z0-9+/]{0,24}(?:UFJJVkFURSBLRV|BSSVZBVEUgS0VZ|QUklWQVRFIEtFW)[A-Za-z0-9+/]{40,}"),
                    Guess::isReal),
            token("a private key", "AGE-SECRET-KEY-1[A-Z0-9]{58}", "AGE-SECRET-KEY-1"),
            named(
                    "an Azure storage key",
                    "AccountKey\\s?=\\s?([A-Za-z0-9+/]{80,88}={0,2})",
                    Guess::isRandomBase64,
                    "AccountKey"),
            named(
                    "an Azure access key",
                    "SharedAccess(?:Signature|Key)\\s?=\\s?([A-Za-z0-9+/%]{40,255}={0,2})",
                    Guess::isRandomBase64,
                    "SharedAccess"),
            named(
                    "an Azure shared access signature",
                    "[?&]sig=([A-Za-z0-9%+/]{40,120}={0,2})",
                    Guess::isReal,
                    "?sig=",
                    "&sig="),
            new SecretForm(
                    "an Azure client secret",
                    List.of("8Q~", "7Q~"),
                    false,
                    Pattern.compile(
                            "(?<![A-Za-z0-9_~.-][A-Za-z0-9_~.-]{3})(?<=[A-Za-z0-9_~.-]{3})[78]Q~[A-Za-z0-9_~.-]{31,34}"
                                    + END),
                    Guess::isReal),
            token("an npm token", "npm_[A-Za-z0-9]{36}", "npm_"),
            named("an npm token", "_authToken\\s?=\\s?([A-Za-z0-9_/+=-]{20,255})", Guess::isRandom, "_authToken"),
            token("a PyPI token", "pypi-AgE[A-Za-z0-9_-]{50,1000}", "pypi-AgE"),
            token("a RubyGems key", "rubygems_[a-f0-9]{48}", "rubygems_"),
            token("a SendGrid key", "SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{16,64}", "SG."),
            token("a Twilio key", "SK[0-9a-f]{32}", hexadecimal("SK")),
            token("a Mailgun key", "key-[0-9a-f]{32}", "key-"),
            new SecretForm(
                    "a Telegram bot token",
                    List.of(":AA"),
                    false,
                    Pattern.compile("(?<=(?<![0-9])[0-9]{8,10}):(AA[A-Za-z0-9_-]{33})(?![A-Za-z0-9_-])"),
                    Guess::isReal),
            address(
                    "a Discord webhook",
                    "discord(?:app)?\\.com/api/webhooks/\\d{17,20}/([A-Za-z0-9_-]{60,100})",
                    "discord.com/api/webhooks/",
                    "discordapp.com/api/webhooks/"),
            new SecretForm(
                    "a Discord bot token",
                    numbers(),
                    false,
                    Pattern.compile(BEGIN
                            + "[MNO][A-Za-z0-9]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,38}(?![A-Za-z0-9_-])"),
                    Guess::isReal),
            token("a DigitalOcean token", "do[opr]_v1_[a-f0-9]{64}", "dop_v1_", "doo_v1_", "dor_v1_"),
            token("a Heroku key", "HRKU-[A-Za-z0-9_-]{36,80}", "HRKU-"),
            token("a Databricks token", "dapi[a-f0-9]{32}(?:-\\d)?", "dapi"),
            token("a HashiCorp Vault token", "hv[sbr]\\.[A-Za-z0-9_-]{24,300}", "hvs.", "hvb.", "hvr."),
            token("an Anthropic key", "sk-ant-[a-z0-9]{3,10}-[A-Za-z0-9_-]{20,200}", "sk-ant-"),
            token(
                    "an OpenAI key",
                    "sk-(?:proj-|svcacct-|admin-)[A-Za-z0-9_-]{20,200}",
                    "sk-proj-",
                    "sk-svcacct-",
                    "sk-admin-"),
            new SecretForm(
                    "an OpenAI key",
                    List.of("sk-"),
                    false,
                    Pattern.compile("(?<![A-Za-z0-9_-])sk-[A-Za-z0-9]{32,64}" + END),
                    Guess::isRandomKey),
            token("a Hugging Face token", "hf_[A-Za-z0-9]{34}", "hf_"),
            token("a Docker token", "dckr_(?:pat|oat)_[A-Za-z0-9_-]{20,100}", "dckr_"),
            token("a Grafana token", "glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}", "glsa_"),
            token("a Grafana token", "glc_[A-Za-z0-9+/]{32,400}={0,2}", "glc_"),
            token("a New Relic key", "NRAK-[A-Z0-9]{27}", "NRAK-"),
            token("an Atlassian token", "ATATT3[A-Za-z0-9_=-]{100,300}", "ATATT3"),
            token("a Shopify token", "shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}", "shpat_", "shpca_", "shppa_", "shpss_"),
            token("a Linear key", "lin_api_[A-Za-z0-9]{32,60}", "lin_api_"),
            token("a Postman key", "PMAK-[a-f0-9]{24}-[a-f0-9]{34}", "PMAK-"),
            token("a Pulumi token", "pul-[a-f0-9]{40}", "pul-"),
            token("a Sentry token", "sntr(?:ys|yu)_[A-Za-z0-9+/=_]{40,400}", "sntrys_", "sntryu_"),
            token("a Terraform token", "atlasv1\\.[A-Za-z0-9_=-]{60,70}", "atlasv1."),
            token("an OpenShift token", "sha256~[A-Za-z0-9_-]{43}", "sha256~"),
            address(
                    "a Microsoft Teams webhook",
                    "webhook\\.office\\.com/webhookb2/([A-Za-z0-9@/-]{60,300})",
                    "webhook.office.com/webhookb2/"),
            new SecretForm(
                    "a JSON Web Token",
                    List.of("eyJ"),
                    false,
                    Pattern.compile(
                            BEGIN + "eyJ[A-Za-z0-9_-]{8,2000}\\.eyJ[A-Za-z0-9_-]{8,4000}\\.[A-Za-z0-9_-]{16,1000}"),
                    value -> Guess.isReal(value) && !value.contains("eyJzdWIiOiIxMjM0NTY3ODkw")),
            new SecretForm(
                    "a password in an address",
                    List.of("://"),
                    false,
                    Pattern.compile(
                            "(?<=[A-Za-z0-9])://(?!([^\\s:/@]{1,64}):\\1@)[^\\s:/@?#'\"`<>\\\\]{0,64}+:([^\\s/@'\"`<>\\\\]{4,200}+)@[A-Za-z0-9\\[]"),
                    Guess::isPasswordOfAddress),
            named("an access token", "bearer\\s{1,3}([A-Za-z0-9._~+/-]{20,2000}={0,2})", Guess::isRandom, "bearer"),
            new SecretForm(
                    "a password in a command",
                    List.of(" -u"),
                    false,
                    Pattern.compile(
                            "(?<=\\bcurl\\b[^\\r\\n]{0,200}) -u[ =]?[\"']?[^\\s:\"'$]{1,64}:([^\\s\"'`]{4,200})"),
                    Guess::isPassword),
            named(
                    "a password in a command",
                    "--(?:db-|admin-|root-|user-)?(?:password|passwd|passphrase|pass)(?:\\s{1,3}|=)" + VALUE,
                    Guess::isPassword,
                    "--p",
                    "--db-p",
                    "--admin-p",
                    "--root-p",
                    "--user-p"),
            named(
                    "a password",
                    "(?:password|passwd|passphrase|pwd|_pass)" + IS + VALUE,
                    Guess::isPassword,
                    "password",
                    "passwd",
                    "passphrase",
                    "pwd",
                    "_pass"),
            named(
                    "a secret",
                    "(?:secret|token|api_?-?key|access_?-?key|auth_?-?key|private_?-?key|client_?-?secret|secret_?-?key)"
                            + IS + VALUE,
                    Guess::isRandom,
                    "secret",
                    "token",
                    "api_key",
                    "api-key",
                    "apikey",
                    "access_key",
                    "access-key",
                    "accesskey",
                    "auth_key",
                    "auth-key",
                    "authkey",
                    "private_key",
                    "private-key",
                    "privatekey"),
            named(
                    "a secret",
                    "--(?:token|api-key|secret|access-key|client-secret)\\s{1,3}" + VALUE,
                    Guess::isRandom,
                    "--token",
                    "--api-key",
                    "--secret",
                    "--access-key",
                    "--client-secret"));

    /** A token with a beginning of its own. */
    private static SecretForm token(String name, String pattern, String... keys) {
        return new SecretForm(name, List.of(keys), false, Pattern.compile(BEGIN + pattern + END), Guess::isReal);
    }

    /** A part of a web address. */
    private static SecretForm address(String name, String pattern, String... keys) {
        return new SecretForm(
                name, List.of(keys), true, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), Guess::isReal);
    }

    /** A value that its name gives away. */
    private static SecretForm named(String name, String pattern, Predicate<String> test, String... keys) {
        return new SecretForm(name, List.of(keys), true, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), test);
    }

    private static String[] hexadecimal(String before) {
        return "0123456789abcdef".chars().mapToObj(c -> before + (char) c).toArray(String[]::new);
    }

    /** How base64 begins if it encodes a decimal number: the part of a Discord token that is the bot's id. */
    private static List<String> numbers() {
        List<String> keys = new ArrayList<>();
        for (char tens = '0'; tens <= '9'; tens++) {
            for (char ones = '0'; ones <= '9'; ones++) {
                byte[] digits = {(byte) tens, (byte) ones, '0'};
                keys.add(java.util.Base64.getEncoder().encodeToString(digits).substring(0, 3));
            }
        }
        return List.copyOf(keys);
    }
}
