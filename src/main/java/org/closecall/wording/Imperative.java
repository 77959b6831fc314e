package org.closecall.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether what an action is called says what somebody will do: in English it then begins with a verb. */
final class Imperative {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** Words and endings by which a text without a verb in front is English at all. */
    private static final Pattern ENGLISH = Pattern.compile("(?i)\\b(?:the|an?|of|for|in|on|to|and|with|before|after|every|each|when|that|is|are|our|no|more|better|new|missing|not|from|at|by)\\b"
            + "|^\\W*\\p{L}+(?:tion|sion|ing|ment|ness|ity|ance|ence|ency|ability)s?\\b");
    private static final Set<String> VERBS = verbs();

    private Imperative() {
    }

    /** The first word where it is no verb we know, in a text that is English; null where nothing is to be said. */
    static String missing(String title) {
        if (title == null || title.isBlank()) {
            return null;
        }
        var first = SPACES.split(title.strip())[0].replaceAll("^\\W+|[\\W&&[^-]]+$", "");
        var word = first.toLowerCase(Locale.ROOT);
        var known = VERBS.contains(word) || VERBS.contains(word.replaceFirst("^(?:re|un|auto|pre|de|double|cross|load|health|smoke|rate|dry)-", "")) || VERBS.contains(word.replaceFirst("-.*", ""));
        return first.isEmpty() || known || !Character.isLetter(first.charAt(0)) || !ENGLISH.matcher(title).find() ? null : first;
    }

    private static Set<String> verbs() {
        try (var list = Imperative.class.getResourceAsStream("/action-verbs.txt")) {
            return Set.copyOf(SPACES.splitAsStream(new String(list.readAllBytes(), StandardCharsets.UTF_8).strip()).distinct().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
