package org.closecall.web;

import io.quarkus.arc.Arc;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What texts name by a mark: #12 is a record, #12@45 one entry of its timeline. */
public interface Mentions {

    /** Not within a word or an address. */
    Pattern MARK = Pattern.compile("(?<![\\p{L}\\p{N}_&/#])#(\\d{1,9})(?:@(\\d{1,18}))?(?![\\p{L}\\p{N}_@])");

    /** entry is null when the record itself is meant. */
    record Mark(long number, Long entry) {

        static Mark of(MatchResult found) {
            return new Mark(Long.parseLong(found.group(1)), found.group(2) == null ? null : Long.valueOf(found.group(2)));
        }

        static Set<Mark> in(String text) {
            return MARK.matcher(text).results().map(Mark::of).collect(Collectors.toSet());
        }
    }

    record Target(String path, String words, String title) {
    }

    /** What is there of these; the rest stays text. */
    Map<Mark, Target> found(Collection<Mark> marks);

    /** A page with many texts asks for all of them first: they are found in one statement. */
    default void expect(Stream<String> texts) {
        found(texts.filter(text -> text != null && text.indexOf('#') >= 0).flatMap(text -> Mark.in(text).stream()).collect(Collectors.toSet()));
    }

    /** Of the request; outside of one, nothing is found. */
    static Mentions here() {
        var arc = Arc.container();
        return arc != null && arc.requestContext().isActive() ? arc.instance(Mentions.class).get() : marks -> Map.of();
    }
}
