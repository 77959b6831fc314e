package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.closecall.metrics.Difference;
import org.closecall.metrics.DurationComparison;
import org.closecall.metrics.Proportion;
import org.closecall.metrics.ProportionDifference;
import org.closecall.metrics.RateRatio;
import org.closecall.metrics.ResponseTimes;
import org.closecall.metrics.SeverityMix;
import org.closecall.occurrence.StoppedBy;

/**
 * The figures of a scope in two periods, each with the exact test that fits it (METRICS 12).
 *
 * @param warning the mix of severities differs, so that the whole may change without any part of it doing so; null otherwise
 */
@TemplateData
public record Comparison(String before, String after, List<Compared> rows, String warning) {

    private static final String IN = " in ";

    /** @param due whether the day of the verdict has come */
    static Comparison of(Sample was, Sample is, boolean due) {
        var rows = List.of(frequency(was, is), durations(Measure.TIME_TO_DETECT, ResponseTimes::timeToDetect, was, is),
                durations(Measure.TIME_TO_MITIGATE, ResponseTimes::timeToMitigate, was, is), durations(Measure.TIME_TO_RESOLVE, ResponseTimes::timeToResolve, was, is),
                caughtEarly(was, is), nearMisses(was, is), byChance(was, is));
        return new Comparison(was.scope().period().label(), is.scope().period().label(), rows.stream().map(row -> row.judged(due)).toList(), mix(was, is));
    }

    /** A verdict has only what was declared; declared is null where nothing was declared in time. */
    Comparison declared(Measure declared) {
        var why = declared == null ? DeclaredChange.TOO_LATE : "Not declared: no verdict";
        return new Comparison(before, after, rows.stream().map(row -> row.measure() == declared ? row : row.without(why)).toList(), warning);
    }

    Chart chart(String address) {
        var rows = this.rows.stream().map(Compared::row).map(row -> new Chart.Row(Stream.concat(
                Stream.of(row.cells().get(0).leading(address + row.cells().get(0).to())), row.cells().stream().skip(1)).toList())).toList();
        return new Chart("was-and-is", null, "Was and is", "Was: " + before + ". Is: " + after + ". The truth lies in the interval in 95 of 100 such comparisons.", true,
                List.of(Chart.Column.words("Figure"), Chart.Column.words("Was"), Chart.Column.words("Is"), Chart.Column.words("Change, 95 %"), Chart.Column.words("p"), Chart.Column.words("Verdict")),
                rows, warning);
    }

    Compared row(Measure measure) {
        return rows.stream().filter(row -> row.measure() == measure).findFirst().orElseThrow();
    }

    private static Compared frequency(Sample was, Sample is) {
        var ratio = RateRatio.of(is.triggers(), is.observed().hours(), was.triggers(), was.observed().hours(), Figures.CONFIDENCE);
        return new Compared(Measure.INCIDENTS, incidents(was), IN + was.length(), incidents(is), IN + is.length(), Changes.ratios(ratio.interval()),
                ratio.ratio() == null ? null : Changes.ratio(ratio.ratio()), Changes.p(ratio.p()), ratio.verdict(), "Exact test of two rates, linked incidents as one trigger");
    }

    private static Tile.Link incidents(Sample sample) {
        var linked = sample.triggers() == sample.incidents().size() ? "" : " (" + Units.count(sample.triggers(), "trigger", "triggers") + ")";
        return new Tile.Link(Units.count(sample.incidents().size(), "incident", "incidents") + linked, sample.scope().log(Tiles.INCIDENTS));
    }

    private static Compared nearMisses(Sample was, Sample is) {
        int before = was.facts().nearMisses().size(), after = is.facts().nearMisses().size();
        var ratio = RateRatio.of(after, is.observed().hours(), before, was.observed().hours(), Figures.CONFIDENCE);
        return new Compared(Measure.NEAR_MISSES, link(was, before), IN + was.length(), link(is, after), IN + is.length(), Changes.ratios(ratio.interval()),
                ratio.ratio() == null ? null : Changes.ratio(ratio.ratio()), Changes.p(ratio.p()), null, "Exact test of two rates; more reporting is no danger");
    }

    private static Tile.Link link(Sample sample, int nearMisses) {
        return new Tile.Link(Units.count(nearMisses, "near miss", "near misses"), sample.scope().log(Tiles.NEAR_MISSES));
    }

    private static Compared durations(Measure measure, Function<ResponseTimes, Difference> which, Sample was, Sample is) {
        var compared = DurationComparison.of(was.observations(which), is.observations(which), Figures.CONFIDENCE);
        var ranks = compared.ranks();
        var interval = compared.before().n() == 0 || compared.after().n() == 0 ? null
                : ranks.isPresent() ? Changes.shifts(ranks.get().interval()) : Changes.paces(compared.logRank().orElseThrow().interval());
        var point = ranks.isEmpty() || ranks.get().shift() == null ? null : Changes.shift(ranks.get().shift());
        var note = ranks.isEmpty() ? "Log-rank test, open ones count as “at least this long”"
                : "Rank sum test" + (ranks.get().chanceOfLess() == null ? "" : "; a later one is the shorter of a pair in " + Units.percent(ranks.get().chanceOfLess()));
        return new Compared(measure, median(was, which), known(was, which), median(is, which), known(is, which), interval, point, Changes.p(compared.p()),
                compared.verdict(), note);
    }

    private static Tile.Link median(Sample sample, Function<ResponseTimes, Difference> which) {
        var median = Durations.of(sample.incidents().stream().map(one -> which.apply(one.times(sample.scope().now()))).toList(), 0);
        var text = median.n() == 0 ? "no values" : !median.values().isEmpty() ? DurationTiles.values(median)
                : median.medianMinutes() == null ? "more than half are still open" : "median " + Units.minutes(median.medianMinutes().doubleValue());
        return new Tile.Link(text, sample.scope().log(Tiles.INCIDENTS));
    }

    private static String known(Sample sample, Function<ResponseTimes, Difference> which) {
        var observed = sample.observations(which);
        var open = observed.stream().filter(one -> !one.event()).count();
        return observed.isEmpty() ? "" : " of " + observed.size() + (open == 0 ? "" : ", " + open + " open");
    }

    private static Compared caughtEarly(Sample was, Sample is) {
        return share(Measure.CAUGHT_EARLY, true, was, was.caught().proportion(Figures.CONFIDENCE), is, is.caught().proportion(Figures.CONFIDENCE), Tiles.INCIDENTS);
    }

    private static Compared byChance(Sample was, Sample is) {
        return share(Measure.STOPPED_BY_CHANCE, false, was, chance(was), is, chance(is), Tiles.NEAR_MISSES);
    }

    private static Proportion chance(Sample sample) {
        var known = sample.facts().nearMisses().stream().filter(one -> one.stoppedBy() != null).toList();
        return Proportion.wilson(known.stream().filter(one -> one.stoppedBy() == StoppedBy.CHANCE).count(), known.size(), Figures.CONFIDENCE);
    }

    private static Compared share(Measure measure, boolean moreIsBetter, Sample was, Proportion before, Sample is, Proportion after, String log) {
        var difference = ProportionDifference.of(after, before);
        return new Compared(measure, new Tile.Link(part(before), was.scope().log(log)), "", new Tile.Link(part(after), is.scope().log(log)), "",
                Changes.points(difference.interval()), difference.difference() == null ? null : Changes.point(difference.difference()), Changes.p(null),
                difference.verdict(moreIsBetter), "Newcombe's interval of a difference; it decides, so there is no p");
    }

    private static String part(Proportion share) {
        return share.trials() == 0 ? "none known" : share.successes() + " of " + share.trials() + (share.percentageShown() ? " (" + Units.percent(share.point()) + ")" : "");
    }

    private static String mix(Sample was, Sample is) {
        var mix = SeverityMix.between(was.severities(), is.severities());
        return !mix.shifted() ? null : "The mix of severities differs: the share of %s %s by %d points. Compare one severity at a time, since the whole can change without any part of it doing so."
                .formatted(mix.kind().equals(Incidents.NONE) ? "those without a severity" : mix.kind(), mix.points() > 0 ? "rose" : "fell", Math.round(Math.abs(mix.points())));
    }
}
