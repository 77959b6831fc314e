package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.closecall.metrics.DetectableChange;
import org.closecall.metrics.RegressionToTheMean;
import org.closecall.metrics.TimeRange;
import org.closecall.occurrence.Severity;
import org.closecall.web.Formats;

/**
 * What a declared change was followed by.
 *
 * @param table null until the first day has come, and where nothing was observed before or after
 * @param expected the figure named beforehand; null, like table
 * @param labels what weakens the comparison
 * @param visible which change could have been seen at all
 */
@TemplateData
public record ChangeReport(Chart table, Compared expected, String state, List<String> labels, String visible, String trend) {

    private static final int EARLIER = 4;

    static ChangeReport of(DeclaredChange change, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var trend = change.scope(change.after(), zone, now).address("/reliability");
        if (today.isBefore(change.happensOn)) {
            return new ChangeReport(null, null, "It begins on " + Formats.day(change.happensOn) + ". Until then there is nothing to compare.", List.of(), null, trend);
        }
        var before = change.scope(change.before(), zone, now);
        var all = Facts.load(before, new TimeRange(window(change, EARLIER).range(zone).start(), change.after().range(zone).end()));
        Sample was = Sample.of(all, before), is = Sample.of(all, change.scope(change.after(), zone, now));
        if (was.observed().hours() == 0) {
            return new ChangeReport(null, null, "Recording began after it, so there is nothing to compare with.", List.of(), null, trend);
        }
        var comparison = Comparison.of(was, is, today.isAfter(change.lastDay())).declared(change.afterTheFact(zone) ? null : change.aim.measure);
        return new ChangeReport(comparison.chart("/reliability"), comparison.row(change.aim.measure), state(change, today, zone), labels(change, all, was, zone), visible(was), trend);
    }

    /** As many days as are compared, so many times before those. */
    private static Period window(DeclaredChange change, int back) {
        return new Period(change.before().from().minusDays((long) change.days * back), change.before().to().minusDays((long) change.days * back));
    }

    private static String state(DeclaredChange change, LocalDate today, ZoneId zone) {
        if (change.afterTheFact(zone)) {
            return DeclaredChange.TOO_LATE + ".";
        }
        return today.isAfter(change.lastDay()) ? "Judged: all " + change.days + " days are over."
                : "Provisional: day " + (today.toEpochDay() - change.happensOn.toEpochDay() + 1) + " of " + change.days + ". The verdict falls on "
                + Formats.day(change.lastDay().plusDays(1)) + ", a date fixed beforehand: who looks every month and stops at the first small p is wrong in 29 of 100 cases.";
    }

    private static List<String> labels(DeclaredChange change, Facts all, Sample was, ZoneId zone) {
        var labels = new java.util.ArrayList<String>();
        if (change.afterTheFact(zone)) {
            labels.add("Entered after the fact: somebody may have looked before. See the trend instead.");
        }
        var earlier = IntStream.rangeClosed(1, EARLIER).mapToObj(back -> Sample.of(all, was.scope().over(window(change, back))))
                .filter(one -> one.observed().start().equals(one.scope().period().range(zone).start())).mapToLong(Sample::triggers).toArray();
        switch (RegressionToTheMean.of(was.triggers(), earlier, sinceMajor(change, was, zone))) {
            case PEAK -> labels.add("It starts at a peak: the %d days before had more incidents than any of the %d such times before them. The next ones would have looked better whatever was done."
                    .formatted(change.days, earlier.length));
            case AFTER_MAJOR_INCIDENT -> labels.add("It starts soon after a SEV1 incident: what follows the worst looks better whatever was done.");
            default -> { }
        }
        if (was.observed().hours() < was.scope().period().range(zone).hours()) {
            labels.add("Only " + was.length() + " before it were observed.");
        }
        return labels;
    }

    private static Double sinceMajor(DeclaredChange change, Sample was, ZoneId zone) {
        var first = change.happensOn.atStartOfDay(zone).toInstant();
        return was.incidents().stream().filter(one -> one.severity() == Severity.SEV1).map(IncidentFact::occurredAt).max(Instant::compareTo)
                .map(last -> Duration.between(last, first).toHours() / 24.0).orElse(null);
    }

    /** With as long a time after as before. */
    private static String visible(Sample was) {
        return Seeing.statement(was.triggers(), "before it", DetectableChange.from(was.triggers()));
    }
}
