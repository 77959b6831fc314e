package org.closecall.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.closecall.metrics.EventTimes;
import org.closecall.metrics.Percentiles;
import org.closecall.metrics.Trend;
import org.closecall.metrics.Verdict;
import org.junit.jupiter.api.Test;

/** What is written down of the sample, and where chance puts it, judged by our own metrics. */
class ScriptTest {

    private static final Script SCRIPT = Script.read();
    private static final Days DAYS = Days.of(SCRIPT, LocalDate.of(2026, 11, 22), ZoneId.of("Europe/Vienna"));
    private static final Pattern NAMED = Pattern.compile("\\{#([^}]*)}");
    private static final List<String> FULL = List.of("summary", "impact", "detection", "response", "prevent", "limit");
    private static final List<String> LIGHT = List.of("almost", "stopped", "change");

    @Test
    void everyNameLeadsSomewhere() {
        var wrong = new ArrayList<String>();
        for (var story : SCRIPT.stories()) {
            Stream.concat(story.links().stream().flatMap(link -> link.values().stream()), story.after() == null ? Stream.of() : Stream.of(story.after().record())).filter(key -> !SCRIPT.byKey().containsKey(key)).forEach(key -> wrong.add(story.key() + ": " + key));
            texts(story).flatMap(text -> NAMED.matcher(text).results()).filter(found -> !SCRIPT.byKey().containsKey(found.group(1))).forEach(found -> wrong.add(story.key() + ": " + found.group()));
            story.actions().stream().filter(action -> SCRIPT.company().people().stream().noneMatch(one -> one.key().equals(action.owner()))).forEach(action -> wrong.add(story.key() + ": " + action.owner()));
            story.services().stream().filter(key -> SCRIPT.company().services().stream().noneMatch(one -> one.key().equals(key))).forEach(key -> wrong.add(story.key() + ": " + key));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void linesOfTheFileAreNoLinesOfThePage() {
        assertEquals("one two\n\n- three four\n- *five*\n1. six", new Naming(Map.of()).told("one\ntwo\n\n- three\nfour\n- *five*\n1. six\n"));
    }

    @Test
    void nothingIsToldTwiceAndNoSectionIsEmpty() {
        var titles = new HashSet<String>();
        assertEquals(List.of(), SCRIPT.stories().stream().map(Story::title).filter(title -> !titles.add(title.toLowerCase())).toList());
        assertEquals(110, SCRIPT.stories().stream().filter(story -> story.postmortem() != null).count());
        var thin = SCRIPT.stories().stream().filter(story -> story.postmortem() != null && story.postmortem().published())
                .filter(story -> !story.postmortem().texts().keySet().containsAll(story.incident() ? FULL : LIGHT) || story.postmortem().texts().values().stream().anyMatch(String::isBlank) || words(story) < 65).map(Story::key).toList();
        assertEquals(List.of(), thin);
    }

    @Test
    void whatCameOfSomethingCameAfterIt() {
        assertEquals(List.of(), SCRIPT.stories().stream().flatMap(story -> Stream.concat(story.earlier("foretold_by"), story.earlier("caused_by")).filter(key -> !DAYS.start(SCRIPT.byKey().get(key)).isBefore(DAYS.start(story))).map(key -> story.key() + " before " + key)).toList());
        assertEquals(List.of(), SCRIPT.stories().stream().filter(story -> Course.of(story, DAYS.start(story), DAYS.end()).filedAt().isAfter(DAYS.end())).map(Story::key).toList());
    }

    /** On whatever day one looks: verdicts fall at the end of the last quarter. */
    @Test
    void theImprovementIsSeenAndTheNoiseIsNot() {
        for (var ago : List.of(1, 31, 61, 92)) {
            assertEquals(Verdict.EVIDENCE_IMPROVING, trend(Calendar.IMPROVING, ago).atReview(), Calendar.IMPROVING + " " + ago + " days ago");
            assertEquals(Verdict.NO_EVIDENCE_OF_CHANGE, trend(Calendar.NOISY, ago).atReview(), Calendar.NOISY + " " + ago + " days ago");
        }
        assertTrue(2 * count(Calendar.NOISY, 0, 365) >= 3 * count(Calendar.NOISY, 365, 731), "it looks as if it became more");
    }

    @Test
    void durationsAreSpreadAsSuchTimesAre() {
        var minutes = incidents().filter(story -> !story.open()).map(story -> Course.of(story, DAYS.start(story), DAYS.end())).filter(course -> course.impact() != null).mapToDouble(course -> course.mitigated() - course.impact()).filter(lasted -> lasted > 0).toArray();
        var median = Percentiles.median(minutes);
        assertTrue(median > 30 && median < 65, "median " + median);
        var logs = Arrays.stream(minutes).map(Math::log).toArray();
        var mean = Arrays.stream(logs).average().orElse(0);
        assertEquals(Math.log(median), mean, 0.25, "the logarithms are even around their middle");
    }

    private static Trend trend(String service, int daysAgo) {
        var from = DAYS.beginning();
        var to = DAYS.end().minus(Duration.ofDays(daysAgo));
        var hours = incidents().filter(story -> story.services().contains(service)).map(DAYS::start).filter(at -> at.isBefore(to)).mapToDouble(at -> Duration.between(from, at).toMinutes() / 60.0).sorted().toArray();
        return Trend.of(EventTimes.within(Duration.between(from, to).toMinutes() / 60.0, hours));
    }

    private static long count(String service, int least, int most) {
        return incidents().filter(story -> story.services().contains(service)).map(story -> Duration.between(DAYS.start(story), DAYS.end()).toDays()).filter(ago -> ago >= least && ago < most).count();
    }

    private static Stream<Story> incidents() {
        return SCRIPT.stories().stream().filter(Story::incident);
    }

    private static int words(Story story) {
        return story.postmortem().texts().values().stream().mapToInt(text -> text.split("\\s+").length).sum();
    }

    private static Stream<String> texts(Story story) {
        return Stream.of(Stream.of(story.title(), story.narrative(), story.impact() == null ? "" : story.impact()), story.timeline().stream(), story.postmortem() == null ? Stream.<String>of() : story.postmortem().texts().values().stream(),
                story.actions().stream().flatMap(action -> Stream.of(action.title(), action.description(), action.evidence(), action.reason(), action.effectNote()).filter(text -> text != null))).flatMap(text -> text);
    }
}
