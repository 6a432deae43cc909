package dev.allclear.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens here are made up; each is put together at run time, so that no other scanner takes the file for a leak. */
class SecretsTest {

    /** Letters and digits without a pattern, as long as asked for. */
    private static String mixed(int length) {
        return take("q7Rk2ZvT9wXb4LmC8sNf1HdJ6pYg3EaUo5KtVi0B", length);
    }

    private static String lower(int length) {
        return take("k3v9q2x7m1z8t4w6n5b0h2j7r9c4f6d8g1p3s5l0", length);
    }

    private static String hex(int length) {
        return take("3f9a1c7e5b20d8462e7f0a9c1d3b5e84", length);
    }

    private static String take(String text, int length) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; out.length() < length; i++) {
            out.append(text.charAt((i + i / text.length()) % text.length()));
        }
        return out.toString();
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("an AWS access key", "AK" + "IAQ7RK2ZVT9WXB4LMC"),
                Arguments.of("an AWS secret key", "aws_secret_access_key = " + mixed(38) + "/+"),
                Arguments.of("an AWS secret key", "\"SecretAccessKey\": \"" + mixed(40) + "\""),
                Arguments.of("a GitHub token", "gh" + "p_" + mixed(36)),
                Arguments.of("a GitHub token", "gh" + "o_" + mixed(36)),
                Arguments.of("a GitHub token", "gh" + "s_" + mixed(36)),
                Arguments.of("a GitHub token", "github" + "_pat_" + mixed(22) + "_" + mixed(59)),
                Arguments.of("a GitLab token", "gl" + "pat-" + mixed(20)),
                Arguments.of("a Slack token", "xo" + "xb-1234567890-" + mixed(24)),
                Arguments.of(
                        "a Slack webhook", "https://hooks.slack" + ".com/services/T0Q7RK2ZV/B0TVWXB4L/" + mixed(24)),
                Arguments.of("a Stripe key", "sk" + "_live_" + mixed(24)),
                Arguments.of("a Google API key", "AI" + "za" + mixed(35)),
                Arguments.of("a Google client secret", "GOC" + "SPX-" + mixed(28)),
                Arguments.of(
                        "a private key",
                        "-----BEGIN RSA PRIV" + "ATE KEY-----\n" + mixed(40) + mixed(24) + "\n-----END"),
                Arguments.of(
                        "a private key",
                        "\"private_key\": \"-----BEGIN PRIV" + "ATE KEY-----\\nMIIEvQIBADANBgkq" + mixed(40)),
                Arguments.of("an Azure storage key", "Account" + "Key=" + mixed(40) + lower(40) + mixed(6) + "=="),
                Arguments.of("an npm token", "npm" + "_" + mixed(36)),
                Arguments.of("an npm token", "//registry.example/:_auth" + "Token=" + lower(32)),
                Arguments.of("a PyPI token", "pypi-" + "AgEIcHlwaS5vcmc" + mixed(60)),
                Arguments.of("a RubyGems key", "rubygems" + "_" + hex(48)),
                Arguments.of("a SendGrid key", "SG" + "." + mixed(22) + "." + mixed(43)),
                Arguments.of("a Twilio key", "SK" + hex(32)),
                Arguments.of("a Mailgun key", "key" + "-" + hex(32)),
                Arguments.of("a Telegram bot token", "123456789" + ":AA" + mixed(33)),
                Arguments.of(
                        "a Discord webhook",
                        "https://discord" + ".com/api/webhooks/123456789012345678/" + mixed(40) + lower(28)),
                Arguments.of("a Discord bot token", "MTk4NjIyNDgzNDcxOTI1MjQ4" + ".Cl2FMQ." + mixed(27)),
                Arguments.of("a DigitalOcean token", "dop" + "_v1_" + hex(64)),
                Arguments.of("a Heroku key", "HR" + "KU-3f9a1c7e-5b20-d846-2e7f-0a9c1d3b5e84"),
                Arguments.of("a Databricks token", "da" + "pi" + hex(32)),
                Arguments.of("a HashiCorp Vault token", "hv" + "s." + mixed(24)),
                Arguments.of("an OpenAI key", "sk" + "-proj-" + mixed(40)),
                Arguments.of("an OpenAI key", "sk" + "-" + mixed(40) + mixed(8)),
                Arguments.of("an Anthropic key", "sk" + "-ant-api03-" + mixed(40)),
                Arguments.of("a Hugging Face token", "hf" + "_" + mixed(34)),
                Arguments.of("a Docker token", "dckr" + "_pat_" + mixed(27)),
                Arguments.of("a Grafana token", "glsa" + "_" + mixed(32) + "_" + hex(8)),
                Arguments.of("a New Relic key", "NR" + "AK-Q7RK2ZVT9WXB4LMC8SNF1HDJ6PY"),
                Arguments.of("a Shopify token", "shpat" + "_" + hex(32)),
                Arguments.of("an OpenShift token", "oc login --token=sha256" + "~" + mixed(40) + "Abc"),
                Arguments.of(
                        "a JSON Web Token", "ey" + "JhbGciOiJSUzI1NiJ9.ey" + "JpZCI6InE3UmsyWnZUOSJ9." + mixed(40)),
                Arguments.of("a password in an address", "postgres://app:" + "s3cr3t-9Qx@db.internal:5432/booking"),
                Arguments.of("a password in an address", "mongodb+srv://root:" + "Tr0ub4dor@cluster0.mongo.net"),
                Arguments.of("an access token", "Authorization: Bearer " + lower(40)),
                Arguments.of("a password in a command", "curl -s -u admin:" + "Tr0ub4dor https://host/"),
                Arguments.of("a password in a command", "mysqldump --password=" + "Tr0ub4dor booking"),
                Arguments.of("a password in a command", "htpasswd --password " + "'Tr0ub4dor&3'"),
                Arguments.of("a password", "password: " + "hunter2"),
                Arguments.of("a password", "export PGPASSWORD=" + "Tr0ub4dor"),
                Arguments.of("a password", "DB_PASS=\"" + "Tr0ub4dor&3\""),
                Arguments.of("a password", "Server=db;User Id=sa;Password=" + "Tr0ub4dor;"),
                Arguments.of("a secret", "api_key = \"" + lower(32) + "\""),
                Arguments.of("a secret", "client_secret: " + mixed(32)),
                Arguments.of("a secret", "tool --token " + lower(32)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void findsEachFormWithWordsAroundIt(String form, String text) {
        for (String around : List.of("%s", "- run `%s`, then wait", "    %s\n", "x = \"%s\"\n", "(%s)")) {
            List<Secrets.Secret> found = Secrets.find(around.formatted(text));
            if (!(around.contains("\"") && text.contains("\""))) {
                assertEquals(
                        List.of(form), found.stream().map(Secrets.Secret::form).toList(), around.formatted(text));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void neverShowsMoreThanFourCharacters(String form, String text) {
        Secrets.Secret secret = Secrets.find(text).get(0);
        String whole = text.substring(secret.start(), secret.end());
        assertTrue(secret.masked().endsWith("…"), form);
        assertTrue(secret.masked().length() <= 5, form);
        assertTrue(whole.startsWith(secret.masked().substring(0, secret.masked().length() - 1)), form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: <password>",
                "password: $PASSWORD",
                "password: ${DB_PASSWORD}",
                "password: {{ .Values.password }}",
                "password: ********",
                "password: changeme",
                "password: example",
                "password: \"your-password-1\"",
                "--password=\"$(cat /run/secrets/db)\"",
                "--password=/run/secrets/db1",
                "--password-file=/run/secrets/db",
                "Password: ask the person on call",
                "password: base64",
                "password = getenv(\"DB_PASSWORD_1\")",
                "password: config.db.password",
                "password: vault/kv2/booking",
                "password: password123",
                "postgres://user:password@localhost/db",
                "postgres://user:<password>@localhost/db",
                "postgres://$USER:$PASSWORD@localhost/db",
                "postgres://postgres:postgres@localhost/db",
                "https://example.com:8080/a@b",
                "http://host:9090",
                "git@github.com:someone/something.git",
                "AKIAIOSFODNN7EXAMPLE",
                "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "ghp_000000000000000000000000000000000000",
                "-----BEGIN PRIVATE KEY-----\n…\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n<your key>\n-----END PRIVATE KEY-----",
                "-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ",
                "token: my-service-account-token",
                "secret: builder-dockercfg-x8f2z1",
                "secretName: alertmanager-main-generated",
                "curl -u \"$USER:$TOKEN\" https://host/",
                "Authorization: Bearer $TOKEN",
                "Authorization: Bearer <token>",
                "oc login --token=<token>",
                "image@sha256:3f9a1c7e5b20d8462e7f0a9c1d3b5e843f9a1c7e5b20d8462e7f0a9c1d3b5e84",
                "commit 3f9a1c7e5b20d8462e7f0a9c1d3b5e843f9a1c7e",
                "risk-management-and-task-forces-of-the-desk-team",
                "a turnkey-ready solution, key-value stores"
            })
    void leavesAloneWhatOnlyShowsWhereASecretWouldStand(String text) {
        assertEquals(List.of(), Secrets.find(text));
    }

    @Test
    void findsTwoOnOneLineAndSaysWhereTheyStand() {
        String one = "gh" + "p_" + mixed(36);
        String two = "npm" + "_" + mixed(36);
        String text = "a\r\nb " + one + " c " + two + "\n";
        Faults faults = new Faults(java.util.Set.of());
        Secrets.report(text, "content/pages/x.md", faults);
        assertEquals(
                List.of("2:3-2:43", "2:46-2:86"),
                faults.all().stream()
                        .map(f -> "%d:%d-%d:%d"
                                .formatted(f.at().line(), f.at().column(), f.at().endLine(), f.at().endColumn()))
                        .toList());
        assertTrue(faults.all().get(0).message().contains("`gh" + "p_…`"));
    }

    @Test
    void entropyTellsChanceFromHabit() {
        assertEquals(0, Guess.entropy("aaaa"));
        assertEquals(2, Guess.entropy("abcd"));
        assertTrue(Guess.entropy(mixed(32)) > 4);
    }

    @Test
    void aLargeFileTakesNoTime() {
        String text = "The token of the password in the secret key: -----BEGIN eyJ sk-x ://a:b@ curl -u x:y \n"
                .repeat(50_000);
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(5), () -> Secrets.find(text));
    }
}
