package org.closecall.reliability;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.closecall.metrics.EventTimes;
import org.closecall.metrics.OverDispersion;
import org.closecall.metrics.ReviewDates;
import org.closecall.metrics.TimeRange;
import org.closecall.metrics.Trend;
import org.closecall.metrics.Verdict;
import org.closecall.web.Formats;

/**
 * Whether incidents become rarer, as judged at the last review date up to the end of the period: over the twelve
 * months to it, or from the beginning of a longer period. On any other day nothing is judged, since whoever looks
 * often enough finds a trend by chance.
 *
 * @param judged days judged, both included
 * @param opened the first incident opens the recording and so cannot be one of its events
 * @param provisional the period ends later than the review, or is not over
 * @param triggers of the period, or the twelve months to its end: what a verdict on it would rest on
 * @param spread whether these bunch up, by month
 * @param year whether it is about the twelve months to the period's end and not the period
 */
record Judgement(Period judged, Trend trend, boolean opened, boolean provisional, int triggers, OverDispersion spread, boolean year, LocalDate next) {

    static Judgement of(Scope scope, Facts facts, List<Month> months) {
        var judged = period(scope);
        var last = scope.period().last(scope.today());
        var times = times(scope, facts, judged);
        var provisional = !judged.to().equals(last);
        var triggers = provisional ? times(scope, facts, basis(scope)).length : times.length;
        var opened = times.length > 0 && times[0] == 0;
        var window = observed(scope, facts, judged).hours();
        var trend = window > 0 ? Trend.of(EventTimes.within(window, Arrays.copyOfRange(times, opened ? 1 : 0, times.length)))
                : new Trend(0, null, null, List.of(), null, null);
        return new Judgement(judged, trend, opened, provisional, triggers, spread(scope, months), isYear(scope) && !scope.period().equals(basis(scope)), ReviewDates.after(last.isBefore(scope.today()) ? last : last.minusDays(1)));
    }

    /** What is judged: it ends with the last review day of the period that is over. */
    static Period period(Scope scope) {
        var last = scope.period().last(scope.today());
        var over = last.isBefore(scope.today()) ? last : scope.today().minusDays(1);
        var day = ReviewDates.onOrBefore(over);
        var basis = basis(scope);
        return isYear(scope) ? new Period(day.plusDays(1).minusMonths(12), day) : new Period(basis.from(), day);
    }

    private static Period basis(Scope scope) {
        return isYear(scope) ? scope.period().year(scope.today()) : new Period(scope.period().from(), scope.period().last(scope.today()));
    }

    private static OverDispersion spread(Scope scope, List<Month> months) {
        var from = basis(scope).from();
        return OverDispersion.of(months.stream().filter(month -> month.whole() && (from == null || !month.from().isBefore(from))).mapToDouble(Month::triggers).toArray());
    }

    private static boolean isYear(Scope scope) {
        var from = scope.period().from();
        return from != null && !from.isBefore(scope.period().year(scope.today()).from());
    }

    private static TimeRange observed(Scope scope, Facts facts, Period period) {
        var window = period.range(scope.zone());
        return facts.observedFrom() == null ? new TimeRange(window.start(), window.start()) : window.until(scope.now()).from(facts.observedFrom());
    }

    private static double[] times(Scope scope, Facts facts, Period period) {
        var observed = observed(scope, facts, period);
        return facts.within(observed).begun(scope.now()).standing().stream()
                .mapToDouble(one -> TimeRange.hours(observed.start(), one.occurredAt())).toArray();
    }

    /** Why one average over this time would mislead; null: nothing speaks against it. */
    String uneven() {
        return trend.atReview().evidence() ? "The gap is changing over time" : spread.overDispersed() ? "Incidents bunch up" : null;
    }

    /** At 30 Sep 2026: no evidence of change, p 0.09. */
    String said() {
        var text = TrendWords.text(trend.atReview(), trend);
        return "At " + Formats.day(judged.to()) + ": " + text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
                + (trend.n() < Trend.FEWEST || trend.primary() == null ? "" : ", " + TrendWords.p(trend.primary().p())) + ".";
    }

    /** rising: whether the number goes up when incidents become rarer. */
    Tile.Mark mark(boolean rising) {
        return switch (verdict()) {
            case PROVISIONAL -> TrendWords.mark(Verdict.PROVISIONAL, "Provisional until " + Formats.day(next), rising);
            case TOO_FEW_EVENTS -> TrendWords.mark(Verdict.TOO_FEW_EVENTS, triggers == 0 ? "Nothing to test" : "Too few events (" + triggers + " of " + Trend.FEWEST + ")", rising);
            default -> TrendWords.mark(verdict(), TrendWords.text(verdict(), trend), rising);
        };
    }

    Verdict verdict() {
        return !provisional ? trend.atReview() : triggers < Trend.FEWEST ? Verdict.TOO_FEW_EVENTS : Verdict.PROVISIONAL;
    }
}
