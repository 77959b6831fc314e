package org.closecall.slo;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.closecall.slo.SliSamples.Sample;
import org.closecall.web.Errors;

/** Samples as sent against what a sample may be, each other, and what is here. Fields are named as samples[3].good. */
record SampleCheck(List<Sample> samples, Errors errors) {

    static final int MOST = 1_000;
    private static final int USUAL = 60;
    private static final int LONGEST = 86_400;
    private static final long MOST_REQUESTS = 1_000_000_000_000L;
    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    static SampleCheck of(ApiSamples sent, Instant now) {
        var check = new SampleCheck(new ArrayList<>(), Errors.none());
        var size = sent.samples() == null ? 0 : sent.samples().size();
        if (size == 0 || size > MOST) {
            check.errors.add("samples", size == 0 ? "Send at least one sample" : "At most 1,000 samples at once; there are " + size);
            return check;
        }
        for (var i = 0; i < size; i++) {
            check.read(sent.samples().get(i), "samples[" + i + "]", now);
        }
        if (!check.errors.any()) {
            check.overlaps();
        }
        return check;
    }

    private void read(ApiSample sent, String at, Instant now) {
        if (sent == null) {
            errors.add(at, "A sample is an object with start, good and total");
            return;
        }
        var start = start(sent.start());
        if (start == null || start.isBefore(EARLIEST)) {
            errors.add(at + ".start", "A time since 2000 with its offset, such as 2026-11-22T02:00:00Z");
        } else if (start.isAfter(now.plus(AHEAD))) {
            errors.add(at + ".start", "This is in the future: it is " + now.truncatedTo(ChronoUnit.SECONDS) + " here");
        }
        var seconds = sent.seconds() == null ? USUAL : sent.seconds();
        if (seconds < 1 || seconds > LONGEST) {
            errors.add(at + ".seconds", "1 to 86,400 seconds");
        }
        if (sent.total() == null || sent.total() < 0 || sent.total() > MOST_REQUESTS) {
            errors.add(at + ".total", "All requests, a whole number from 0 on");
        }
        if (sent.good() == null || sent.good() < 0 || sent.total() != null && sent.good() > sent.total()) {
            errors.add(at + ".good", "Good requests, a whole number from 0 to total");
        }
        if (!errors.any()) {
            samples.add(new Sample(start, seconds, sent.good(), sent.total()));
        }
    }

    private static Instant start(String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** The same interval twice with the same numbers is one. */
    private void overlaps() {
        var distinct = samples.stream().distinct().sorted(Comparator.comparing(Sample::start)).toList();
        for (var i = 1; i < distinct.size(); i++) {
            if (distinct.get(i).start().isBefore(distinct.get(i - 1).end())) {
                errors.add("samples[" + samples.indexOf(distinct.get(i)) + "].start", "This interval overlaps another one of these, which begins " + distinct.get(i - 1).start());
            }
        }
    }

    /** Those that are not here yet. What stands in the way of them is in the errors. */
    List<Sample> fresh(List<Sample> there) {
        var held = Set.copyOf(there);
        var fresh = samples.stream().distinct().filter(sample -> !held.contains(sample)).sorted(Comparator.comparing(Sample::start)).toList();
        var all = Stream.concat(there.stream(), fresh.stream()).sorted(Comparator.comparing(Sample::start)).toList();
        for (var i = 1; i < all.size(); i++) {
            var one = all.get(i - 1);
            var next = all.get(i);
            if (next.start().isBefore(one.end())) {
                clash(fresh.contains(next) ? next : one, fresh.contains(next) ? one : next);
            }
        }
        return fresh;
    }

    private void clash(Sample sent, Sample held) {
        errors.add("samples[" + samples.indexOf(sent) + "]." + (sent.start().equals(held.start()) ? "good" : "start"), sent.start().equals(held.start())
                ? "Another value is here for %s: %d good of %d in %d s. Samples are never changed".formatted(held.start(), held.good(), held.total(), held.seconds())
                : "This interval overlaps one that is here: %s, %d s".formatted(held.start(), held.seconds()));
    }
}
