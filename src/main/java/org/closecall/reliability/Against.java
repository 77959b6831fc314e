package org.closecall.reliability;

import java.util.List;
import java.util.stream.Stream;
import org.closecall.metrics.ReviewDates;
import org.closecall.web.Formats;
import org.closecall.web.NoSuch;
import org.closecall.web.Option;

/** What the period of the page is compared with. */
enum Against {
    BEFORE("before", "The period before"),
    YEAR("year", "The same of last year");

    private final String value;
    private final String label;

    Against(String value, String label) {
        this.value = value;
        this.label = label;
    }

    /** Null where nothing is asked. */
    static Against of(String asked) {
        var given = Asked.given(asked);
        return given == null ? null : Stream.of(values()).filter(one -> one.value.equals(given)).findFirst()
                .orElseThrow(() -> new NoSuch("Nothing is compared with “" + given + "”", "There is compare=before, the period before, and compare=year, the same of last year."));
    }

    static List<Option> options() {
        return Stream.of(values()).map(one -> new Option(one.value, one.label)).toList();
    }

    String value() {
        return value;
    }

    /** The figures of both periods with exact tests. Judged at review dates only: who looks every month finds what is not there. */
    Chapter chapter(Scope scope) {
        var earlier = earlier(scope.period());
        if (earlier != null && !earlier.to().isBefore(scope.period().from())) {
            return new Chapter("compared", label, List.of("A period longer than a year overlaps the same of last year: choose a shorter one, or compare it with the period before."), List.of());
        }
        if (earlier == null) {
            return new Chapter("compared", label, List.of("All time has nothing to be compared with: choose a month or days."), List.of());
        }
        var before = scope.over(earlier);
        Sample was = Sample.of(Facts.load(before, before.window()), before), is = Sample.of(Facts.load(scope, scope.window()), scope);
        if (was.observed().hours() == 0 || is.observed().hours() == 0) {
            return new Chapter("compared", "Compared with " + earlier.label(), List.of("Nothing was observed in " + (was.observed().hours() == 0 ? earlier : scope.period()).label() + "."), List.of());
        }
        var comparison = Comparison.of(was, is, due(scope));
        var over = scope.period().to().isBefore(scope.today());
        var said = due(scope) ? "The last day is a review date, so these are verdicts."
                : "Provisional: verdicts fall at the review dates, this one is judged at %s. Who looks every month and stops at the first small p is wrong in 29 of 100 cases."
                .formatted(Formats.day(ReviewDates.after(over ? scope.period().to() : scope.today().minusDays(1))));
        return new Chapter("compared", "Compared with " + earlier.label(), List.of(comparison.row(Measure.INCIDENTS).sentence(over), said), List.of(comparison.chart("")));
    }

    private static boolean due(Scope scope) {
        return scope.period().to() != null && ReviewDates.fixed(scope.period().to()) && scope.today().isAfter(scope.period().to());
    }

    /** Null for what has no beginning or no end. */
    private Period earlier(Period period) {
        if (period.from() == null || period.to() == null) {
            return null;
        }
        if (period.wholeMonths() > 0) {
            return period.shifted(this == YEAR ? -12 : -period.wholeMonths());
        }
        var days = period.to().toEpochDay() - period.from().toEpochDay() + 1;
        return this == YEAR ? new Period(period.from().minusYears(1), period.to().minusYears(1))
                : new Period(period.from().minusDays(days), period.from().minusDays(1));
    }
}
