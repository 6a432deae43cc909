package dev.allclear.read;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what somebody really uses as a secret from what only shows where one would stand. */
final class Guess {

    /** What no real secret holds. */
    private static final List<String> SHOWN = List.of(
            "example",
            "xxxx",
            "***",
            "...",
            "…",
            "redacted",
            "placeholder",
            "changeme",
            "change-me",
            "change_me",
            "changethis",
            "replace",
            "your_",
            "your-",
            "yourpass",
            "yourtoken",
            "yourkey",
            "yoursecret",
            "insert",
            "dummy",
            "sample",
            "todo",
            "<",
            ">",
            "${",
            "$(",
            "{{",
            "}}",
            "%(",
            "[[");

    private static final Set<String> WORDS = Set.of(
            "password",
            "passwd",
            "passphrase",
            "pass",
            "pwd",
            "secret",
            "token",
            "hunter",
            "user",
            "username",
            "xxx",
            "base64",
            "sha1",
            "sha256",
            "sha512",
            "md5",
            "oauth2",
            "utf8",
            "utf-8",
            "ipv4",
            "ipv6",
            "aes256",
            "p4ssw0rd");

    /** Begins as a variable, a file or a command does, not as a secret. */
    private static final Pattern REFERENCE =
            Pattern.compile("[$%@{\\[<&*~/`(|#!\\\\].*|\\.{1,2}/.*|[a-z0-9+]+://.*|.*[()].*");

    /** Words with separators and perhaps a number: the name of a thing. */
    private static final Pattern NAME =
            Pattern.compile("\\p{L}+\\d{0,2}(?:[-_./:]+(?:\\p{L}+\\d{0,2}|\\d{1,3}))*[-_./:]*");

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern SEPARATORS = Pattern.compile("[-_./:~,]+");
    private static final Pattern TRAILING = Pattern.compile("[.,;:?!]+$");

    private static final int LONG = 16;
    private static final double RANDOM = 3.3;

    private Guess() {}

    /** For a form that is enough by itself: anything but what is plainly no secret. */
    static boolean isReal(String value) {
        return !isShown(value) && entropy(value) >= 2.5;
    }

    /** For a word that somebody calls a password. */
    static boolean isPassword(String written) {
        String value = TRAILING.matcher(written).replaceAll("");
        String lower = value.toLowerCase(Locale.ROOT);
        boolean letter = value.codePoints().anyMatch(Character::isLetter);
        boolean other = value.codePoints().anyMatch(c -> Character.isDigit(c) || "!@#$%^&*?+=~".indexOf(c) >= 0);
        return value.length() >= 6
                && letter
                && other
                && !isShown(value)
                && !isWord(lower)
                && !REFERENCE.matcher(value).matches()
                && !(NAME.matcher(value).matches() && SEPARATORS.matcher(value).find())
                && entropy(value) >= 2.3;
    }

    /** For the password of an address, where only a placeholder can be meant otherwise. */
    static boolean isPasswordOfAddress(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return value.length() >= 4
                && !isShown(value)
                && !isWord(lower)
                && !REFERENCE.matcher(value).matches()
                && entropy(value) >= 1.5;
    }

    /** For a word that somebody calls a token or a key, where only chance could have made it. */
    static boolean isRandom(String value) {
        if (isShown(value)
                || REFERENCE.matcher(value).matches()
                || NAME.matcher(value).matches()) {
            return false;
        }
        if (UUID.matcher(value).matches()) {
            return entropy(value) >= 2.8;
        }
        for (String piece : SEPARATORS.split(value, -1)) {
            long digits = piece.codePoints().filter(Character::isDigit).count();
            if (piece.length() >= LONG
                    && digits >= 2
                    && digits < piece.length()
                    && entropy(piece) >= (isHexadecimal(piece) ? 2.8 : RANDOM)) {
                return true;
            }
        }
        return false;
    }

    /** For a long run of base64 that somebody calls a secret. */
    static boolean isRandomBase64(String value) {
        return !isShown(value)
                && value.codePoints().anyMatch(Character::isDigit)
                && value.codePoints().anyMatch(Character::isUpperCase)
                && entropy(value) >= 4;
    }

    /** For a long run of letters and digits after a short beginning that other words have too. */
    static boolean isRandomKey(String value) {
        return isReal(value)
                && value.codePoints().anyMatch(Character::isDigit)
                && value.codePoints().anyMatch(Character::isUpperCase)
                && entropy(value) >= 3.5;
    }

    private static boolean isShown(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return SHOWN.stream().anyMatch(lower::contains);
    }

    /** One of the words that people write for a password, with a number behind it or without. */
    private static boolean isWord(String lower) {
        if (WORDS.contains(lower)) {
            return true;
        }
        int end = lower.length();
        while (end > 0 && "0123456789!".indexOf(lower.charAt(end - 1)) >= 0) {
            end--;
        }
        String stem = lower.substring(0, end);
        return (stem.equals("password") || stem.equals("passwd") || stem.equals("pass") || stem.equals("secret"))
                || stem.equals("mypassword")
                || stem.equals("mysecret")
                || stem.equals("mysecretpassword");
    }

    private static boolean isHexadecimal(String text) {
        return text.codePoints().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    /** Shannon's entropy in bits for each character. */
    static double entropy(String text) {
        Map<Integer, Integer> counts = new HashMap<>();
        text.codePoints().forEach(c -> counts.merge(c, 1, Integer::sum));
        double length = text.codePointCount(0, text.length());
        double bits = 0;
        for (int count : counts.values()) {
            double p = count / length;
            bits -= p * Math.log(p) / Math.log(2);
        }
        return bits;
    }
}
