package org.closecall.wording;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules at work: finds the places in a text that blame or argue from hindsight. The same text always gets the same
 * hints, nothing leaves the machine, and nothing is ever blocked or counted.
 */
public final class Wording {

    private static final int MOST = 20;
    /** Quotations, code, headings and addresses are not the writer's own sentences. */
    private static final Pattern NOT_PROSE = Pattern.compile("(?ms)^```.*?(?:^```|\\z)|^ {0,3}[>#][^\\n]*|`[^`\\n]+`|[\"“][^\"“”\\n]{1,80}[\"”]|https?://\\S+");

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;]\\s+|\\n\\s*\\n|\\n(?=\\s*[-*|#])");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final Comparator<Hint> FIRST_AND_LONGEST = Comparator.comparingInt(Hint::from).thenComparing(Hint::to, Comparator.reverseOrder());

    private final List<Compiled> rules;
    private final People people;

    /** A stretch of the prose that no phrase reaches beyond, and its words in lower case. */
    private record Sentence(String text, String prose, int from, int to, Set<String> words) {
    }

    private record Compiled(WordingRule rule, List<Phrase> phrases, List<Phrase> exceptions) {
    }

    private Wording(List<Compiled> rules, People people) {
        this.rules = rules;
        this.people = people;
    }

    static Wording of(List<WordingRule> rules, People people) {
        return new Wording(rules.stream().map(rule -> new Compiled(rule, phrases(rule.phrases()), phrases(rule.exceptions()))).toList(), people);
    }

    private static List<Phrase> phrases(List<String> lines) {
        return lines.stream().map(Phrase::of).toList();
    }

    /** Other rules or other people here, other hints: a mark of all that it finds places by. */
    UUID basis() {
        var all = Stream.concat(rules.stream().flatMap(one -> Stream.of(one.rule.name, one.rule.why, one.rule.question, one.rule.where.name(), one.rule.phrases)), people.names().stream().sorted());
        return UUID.nameUUIDFromBytes(all.collect(Collectors.joining("\u0001")).getBytes(StandardCharsets.UTF_8));
    }

    /** In the order of the text, one a place, the first twenty. */
    List<Hint> hints(String text, Where where) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        var reading = rules.stream().filter(one -> one.rule.where.reads(where)).toList();
        var prose = prose(text);
        var hints = new ArrayList<Hint>();
        for (var at = 0; at < prose.length() && hints.size() < MOST;) {
            var end = ends(prose, at);
            var sentence = new Sentence(text, prose, at, end, words(prose.substring(at, end)));
            hints.addAll(apart(reading.stream().flatMap(one -> found(one, sentence)).sorted(FIRST_AND_LONGEST).toList()));
            at = end;
        }
        return hints;
    }

    private static int ends(String prose, int from) {
        var end = SENTENCE_END.matcher(prose).region(from, prose.length());
        return end.find() ? end.end() : prose.length();
    }

    private static Set<String> words(String sentence) {
        return NO_LETTER.splitAsStream(sentence.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private Stream<Hint> found(Compiled one, Sentence sentence) {
        var places = places(one.phrases, sentence);
        var spared = places.isEmpty() ? places : places(one.exceptions, sentence);
        return places.stream().filter(place -> spared.stream().noneMatch(other -> overlap(place, other)))
                .map(place -> Hint.of(sentence.text, place.start(), place.end(), one.rule));
    }

    private List<MatchResult> places(List<Phrase> phrases, Sentence in) {
        return phrases.stream().filter(phrase -> phrase.possible(in.words)).flatMap(phrase -> phrase.in(in.prose, in.from, in.to, people).stream()).toList();
    }

    private static boolean overlap(MatchResult one, MatchResult other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    /** Two rules on the same words say it once. */
    private static List<Hint> apart(List<Hint> sorted) {
        var apart = new ArrayList<Hint>();
        for (var hint : sorted) {
            if (apart.isEmpty() || hint.from() >= apart.get(apart.size() - 1).to()) {
                apart.add(hint);
            }
        }
        return apart;
    }

    /** As long as the text, so that places stay places. */
    private static String prose(String text) {
        return NOT_PROSE.matcher(text).replaceAll(found -> "\u0001".repeat(found.group().length())).replace('’', '\'').replace('\u00a0', ' ');
    }
}
