package org.closecall.occurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever is pasted: every text is in exactly one row, in its order, at its time. */
class PastedLinesLawsTest {

    private static final List<String> ZONES = List.of("Europe/Vienna", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu", "America/Santiago", "UTC", "Africa/Casablanca");
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final List<String> BARE = List.of("HH:mm:ss", "h:mm:ss a", "'['HH:mm:ss']'", "'- 'HH:mm:ss' -'", "HH:mm:ss':'");
    private static final List<String> DATED = List.of("yyyy-MM-dd HH:mm:ss", "'['yyyy-MM-dd HH:mm:ss']'", "MMM d, yyyy h:mm:ss a", "d MMMM yyyy HH:mm:ss", "dd.MM.yyyy HH:mm:ss");
    private static final List<String> EXACT = List.of("yyyy-MM-dd'T'HH:mm:ssXXX", "yyyy-MM-dd HH:mm:ss XX", "'['yyyy-MM-dd'T'HH:mm:ssXXX']'");

    private Random random;
    private ZoneId zone;

    @RepeatedTest(400)
    void everyTextIsInOneRowAtItsTime(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        zone = ZoneId.of(any(ZONES));
        var start = start();
        var at = start;
        var pasted = new StringBuilder();
        var times = new ArrayList<Instant>();
        var texts = new ArrayList<String>();
        var lines = 1 + random.nextInt(40);
        for (var i = 0; i < lines; i++) {
            at = at.plusSeconds(random.nextInt(6) == 0 ? -random.nextInt(3 * 3600) : random.nextInt(random.nextBoolean() ? 600 : 12 * 3600));
            times.add(at);
            texts.add(write(i, at, pasted));
        }
        var rows = PastedLines.of(pasted.toString(), zone, start, NOW).rows();
        assertEquals(texts, rows.stream().map(PastedLines.Row::text).toList(), pasted::toString);
        for (var i = 0; i < rows.size(); i++) {
            same(times.get(i), rows.get(i), zone + " row " + i + " of\n" + pasted);
        }
    }

    @RepeatedTest(200)
    void noWordIsLostWhateverTheLines(RepetitionInfo repetition) {
        random = new Random(-repetition.getCurrentRepetition());
        zone = ZoneId.of(any(ZONES));
        var words = new ArrayList<String>();
        var pasted = new StringBuilder();
        for (var i = 0; i < 60; i++) {
            var word = "word" + i;
            words.add(word);
            pasted.append(any(List.of("", "14:02 ", "99:99 ", "[", "2:62 PM ", "--- ", "Ana  ", "2026-13-45 10:00 ", "  ", "14:02", "14:02–15:00 ", "12/31/99 25:00 ", "@@", "Ana Bell [2:03 PM]\n", "at 14:02 ", "\u202e", "(((", "12:00:00:00 ")))
                    .append(word).append(any(List.of("", " 14:02", "]", " [14:02]", "  2:03 PM", " — Today at 2:03 PM", ":", "\r"))).append(any(List.of("\n", "\r\n", "\n\n")));
        }
        var found = PastedLines.of(pasted.toString(), zone, start(), NOW).rows().stream().map(PastedLines.Row::text).collect(Collectors.joining("\n"));
        var lost = words.stream().filter(word -> found.split(word + "(?!\\d)", -1).length != 2).toList();
        assertEquals(List.of(), lost, () -> pasted + "\nbecame\n" + found);
        var order = words.stream().map(word -> found.replaceAll("(?s)" + word + "(?!\\d).*", "").length()).toList();
        assertEquals(order.stream().sorted().toList(), order);
    }

    /** One in three is about a clock change of the zone. */
    private Instant start() {
        var day = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(2 * 365 * 86_400));
        var change = zone.getRules().nextTransition(day);
        return change != null && random.nextInt(3) == 0 ? change.getInstant().minusSeconds(random.nextInt(20 * 3600)) : day;
    }

    /** A time of day alone says nothing of the side of a clock change: then it is dated, or exact. */
    private String write(int i, Instant at, StringBuilder pasted) {
        var local = at.atZone(zone);
        var text = "text " + i;
        switch (random.nextInt(5)) {
            case 0 -> pasted.append(format(any(EXACT), random.nextBoolean() ? local : at.atZone(ZoneOffset.ofHours(random.nextInt(25) - 12)))).append(' ').append(text).append('\n');
            case 1 -> pasted.append(format(any(DATED), local)).append(' ').append(text).append('\n');
            case 2 -> pasted.append("--- ").append(format(any(List.of("yyyy-MM-dd", "MMMM d, yyyy", "EEEE, MMM d")), local)).append(" ---\n").append(format(any(BARE), local)).append(' ').append(text).append('\n');
            case 3 -> {
                pasted.append("--- ").append(format("yyyy-MM-dd", local)).append("\n").append("Ana Bell").append(any(List.of("  ", " [", " "))).append(format("h:mm:ss a", local)).append('\n').append(text).append("\nmore\n");
                return "Ana Bell: " + text + "\nmore";
            }
            default -> {
                pasted.append(format(any(BARE), local)).append(' ').append(text).append("\n  and more\n");
                return text + "\nand more";
            }
        }
        return text;
    }

    /** The same, or, where the clock showed it twice, the other time it did. */
    private void same(Instant expected, PastedLines.Row row, String where) {
        var difference = row.at().getEpochSecond() - expected.getEpochSecond();
        if (difference == 0) {
            return;
        }
        assertEquals(2, zone.getRules().getValidOffsets(expected.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).atZone(zone).toLocalDateTime()).size(), where + "\nat " + row.at() + ", not " + expected);
        assertEquals(expected.atZone(zone).toLocalDateTime().withNano(0), row.at().atZone(zone).toLocalDateTime(), where);
    }

    private static String format(String pattern, ZonedDateTime at) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
