package org.closecall.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of a wording rule, as an administrator writes it: words in their order, {@code care*} for any ending,
 * {@code should/could} for either, {@code ...} for up to three words between, {@code PERSON} for whoever acts,
 * {@code ^} and {@code $} for the beginning and the end of the text.
 */
record Phrase(Pattern pattern, boolean person, Set<String> anchors) {

    private static final Map<String, Phrase> COMPILED = new ConcurrentHashMap<>();
    private static final int MOST_COMPILED = 5_000;
    private static final String PERSON = "PERSON";
    private static final String ANY = "*";
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}'*/]+");
    private static final String NOT_WITHIN_A_WORD = "(?<![\\p{L}\\p{N}_-])";
    private static final String WORD_ENDS = "(?![\\p{L}\\p{N}_]|-\\p{L})";
    private static final String BETWEEN_WORDS = "[\\s-]+";
    private static final String UP_TO_THREE = "(?:\\s+[^\\s.!?;:,]+){0,3}?\\s+";
    private static final String ROLES = "(?:(?:the|our|an?|one)\\s+)?(?:on[- ]?call|(?:on[- ]?call\\s+)?(?:engineer|developer|operator|responder|administrator|admin|sysadmin|dba|sre|contractor|intern"
            + "|colleague|teammate|programmer|tester|reviewer|manager|technician|author|committer|employee|person|team)s?|someone|somebody|he|she|i)";
    /** A name counts only when somebody here is called so. */
    private static final String CAPITALISED = "(?-i:(\\p{Lu}[\\p{L}-]+))";
    private static final String MEANWHILE = "(?:\\s+(?:on[- ]?(?:call|duty|shift)|had|has|have|also|just|simply|then|again|still|\\p{L}+ly)){0,2}";

    /** Compiling is dear and the lines are few: each is compiled once. */
    static Phrase of(String line) {
        if (COMPILED.size() > MOST_COMPILED) {
            COMPILED.clear();
        }
        return COMPILED.computeIfAbsent(line.strip(), Phrase::compile);
    }

    /** Junk between the words is taken for words: what an administrator types never breaks the page. */
    private static Phrase compile(String line) {
        var tokens = List.of(line.split("\\s+"));
        var regex = new StringBuilder("(?iu)");
        var before = "^";
        for (var token : tokens) {
            var gap = !word(token);
            regex.append(gap || before.equals("...") ? "" : before.equals("^") ? NOT_WITHIN_A_WORD : BETWEEN_WORDS).append(part(token));
            before = token;
        }
        return new Phrase(Pattern.compile(regex.append(before.equals("$") ? "" : WORD_ENDS).toString()), tokens.contains(PERSON), anchors(tokens));
    }

    static boolean word(String token) {
        return !token.equals("...") && !token.equals("$") && !token.equals("^");
    }

    /** One of these stands in every sentence that the phrase can be found in; none when that cannot be told. The longest are the rarest. */
    private static Set<String> anchors(List<String> tokens) {
        return tokens.stream().filter(token -> PLAIN.matcher(token).matches() && !token.equals(PERSON))
                .max(Comparator.comparingInt(token -> Arrays.stream(token.split("/")).mapToInt(String::length).min().orElse(0)))
                .map(token -> Set.copyOf(new HashSet<>(Arrays.asList(token.toLowerCase(Locale.ROOT).split("/"))))).orElse(Set.of());
    }

    boolean possible(Set<String> words) {
        return anchors.isEmpty() || anchors.stream().anyMatch(anchor -> anchor.endsWith(ANY)
                ? words.stream().anyMatch(word -> word.startsWith(anchor.substring(0, anchor.length() - 1))) : words.contains(anchor));
    }

    private static String part(String token) {
        return switch (token) {
            case PERSON -> "(?:" + ROLES + "|" + CAPITALISED + ")(?:['’]s)?" + MEANWHILE;
            case "..." -> UP_TO_THREE;
            case "^" -> "\\A\\s*";
            case "$" -> "[\\s.!]*\\z";
            default -> "(?:" + Arrays.stream(token.split("/")).map(Phrase::anyEnding).collect(Collectors.joining("|")) + ")";
        };
    }

    private static String anyEnding(String word) {
        var any = word.endsWith(ANY);
        var stem = Pattern.quote(any ? word.substring(0, word.length() - 1) : word);
        return any ? stem + "\\p{L}*" : stem;
    }

    /** Within the range. Behind a capitalised word that is nobody's name it looks again: the next word may be somebody. */
    List<MatchResult> in(String text, int from, int to, People people) {
        var found = new ArrayList<MatchResult>();
        var matcher = pattern.matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
        for (var at = from; at < to && matcher.region(at, to).find();) {
            var counts = !person || people.act(matcher.group(1));
            if (counts) {
                found.add(matcher.toMatchResult());
            }
            at = counts ? Math.max(matcher.end(), matcher.start() + 1) : matcher.start() + 1;
        }
        return found;
    }
}
