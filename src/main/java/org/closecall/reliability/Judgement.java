package org.closecall.reliability;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
 * @param verdict of the period, or the twelve months to its end where it is shorter: provisional where that is no review date
 * @param triggers what it would rest on
 * @param year whether it is about the twelve months and not the period
 * @param from first day judged; null: since recording began
 * @param to the review date
 * @param opened the first incident opens the recording and so cannot be one of its events
 * @param spread whether triggers bunch up, by month, to the end of the period
 * @param next the review date after the period's end
 */
public record Judgement(Verdict verdict, int triggers, boolean year, LocalDate from, LocalDate to, TrendFigure atReview, boolean opened,
        OverDispersion spread, LocalDate next) {

    static Judgement of(Scope scope, Facts facts, List<Month> months) {
        var judged = period(scope);
        var last = scope.period().last(scope.today());
        var times = times(scope, facts, judged);
        var conditions = scope.which().conditions();
        var trend = Kept.during(judged.range(scope.zone()), facts.asOf().of(scope.which().triggerParts()), Arrays.asList("trend", conditions.text(), conditions.values(), observed(scope, facts, judged), scope.zone()),
                () -> TrendFigure.of(trend(times, observed(scope, facts, judged).hours())), null, any -> 1);
        var provisional = !judged.to().equals(last);
        var triggers = provisional ? times(scope, facts, basis(scope)).length : trend.events();
        var verdict = !provisional ? trend.verdict() : triggers < Trend.FEWEST ? Verdict.TOO_FEW_EVENTS : Verdict.PROVISIONAL;
        return new Judgement(verdict, triggers, isYear(scope) && !scope.period().equals(basis(scope)), judged.from(), judged.to(), trend, opened(times),
                spread(scope, months), ReviewDates.after(last.isBefore(scope.today()) ? last : last.minusDays(1)));
    }

    /** An event at the very start opened the recording: it is the beginning and no event. */
    static Trend trend(double[] times, double hours) {
        return hours > 0 ? KnownTrends.of(hours, Arrays.copyOfRange(times, opened(times) ? 1 : 0, times.length)) : new Trend(0, null, null, List.of(), null, null);
    }

    private static boolean opened(double[] times) {
        return times.length > 0 && times[0] == 0;
    }

    /** What is judged: it ends with the last review day of the period that is over. */
    static Period period(Scope scope) {
        var last = scope.period().last(scope.today());
        var day = ReviewDates.onOrBefore(last.isBefore(scope.today()) ? last : scope.today().minusDays(1));
        return isYear(scope) ? new Period(day.plusDays(1).minusMonths(12), day) : new Period(basis(scope).from(), day);
    }

    private static Period basis(Scope scope) {
        return isYear(scope) ? scope.period().year(scope.today()) : new Period(scope.period().from(), scope.period().last(scope.today()));
    }

    private static boolean isYear(Scope scope) {
        var from = scope.period().from();
        return from != null && !from.isBefore(scope.period().year(scope.today()).from());
    }

    private static OverDispersion spread(Scope scope, List<Month> months) {
        var from = basis(scope).from();
        return OverDispersion.of(months.stream().filter(month -> month.whole() && (from == null || !month.from().isBefore(from))).mapToDouble(Month::triggers).toArray());
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
        return atReview.verdict().evidence() ? "The gap is changing over time" : spread.overDispersed() ? "Incidents bunch up" : null;
    }

    boolean provisional() {
        return verdict == Verdict.PROVISIONAL || verdict == Verdict.TOO_FEW_EVENTS && triggers != atReview.events();
    }

    /** At 30 Sep 2026: no evidence of change, p 0.09. */
    String said() {
        var text = TrendWords.text(atReview.verdict(), atReview.events(), atReview.variation());
        return "At " + Formats.day(to) + ": " + text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
                + (atReview.tooFew() || atReview.deciding() == null ? "" : ", " + TrendWords.p(atReview.deciding())) + "."
                + (!atReview.tooFew() && atReview.events() < 10 ? " At this volume hardly a drop to none is reliably visible." : "");
    }

    /** rising: whether the number goes up when incidents become rarer. */
    Tile.Mark mark(boolean rising) {
        var text = verdict == Verdict.PROVISIONAL ? "Provisional until " + Formats.day(next) : TrendWords.text(verdict, triggers, atReview.variation());
        return TrendWords.mark(verdict, text, rising);
    }
}
