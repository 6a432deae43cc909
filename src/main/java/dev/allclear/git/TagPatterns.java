package dev.allclear.git;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which tags are meant, as {@code git tag --list} has it: {@code *} stands for any characters, {@code ?} for one,
 * {@code [0-9]} and {@code [!0-9]} for one of some. A pattern that begins with {@code !} leaves out what others take in.
 */
public final class TagPatterns {

    private final List<Pattern> taken = new ArrayList<>();
    private final List<Pattern> left = new ArrayList<>();

    /**
     * Reads the patterns.
     *
     * @throws IllegalArgumentException if one can't be read; the message says which
     */
    public TagPatterns(List<String> patterns) {
        for (String pattern : patterns) {
            if (pattern.isBlank() || pattern.equals("!")) {
                throw new IllegalArgumentException("an empty pattern names no tag; write '*' for all of them");
            }
            if (pattern.startsWith("!")) {
                left.add(glob(pattern.substring(1)));
            } else {
                taken.add(glob(pattern));
            }
        }
        if (taken.isEmpty()) {
            throw new IllegalArgumentException("say which tags to take before you leave some out, as in --tags 'v*'");
        }
    }

    /** Whether a tag of this name is meant. */
    public boolean match(String name) {
        return taken.stream().anyMatch(p -> p.matcher(name).matches())
                && left.stream().noneMatch(p -> p.matcher(name).matches());
    }

    private static Pattern glob(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            int end = c == '[' ? glob.indexOf(']', i + 2) : -1;
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else if (end > 0) {
                String set = glob.substring(i + 1, end);
                boolean not = set.startsWith("!") || set.startsWith("^");
                regex.append(not ? "[^" : "[");
                for (char each : set.substring(not ? 1 : 0).toCharArray()) {
                    regex.append("\\[]^&".indexOf(each) >= 0 ? "\\" : "").append(each);
                }
                regex.append(']');
                i = end;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        try {
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        } catch (java.util.regex.PatternSyntaxException e) {
            throw new IllegalArgumentException("the pattern `%s` can't be read".formatted(glob), e);
        }
    }
}
