package org.closecall.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.closecall.metrics.Difference;
import org.closecall.metrics.KaplanMeier;
import org.closecall.metrics.ResponseTimes;
import org.closecall.reliability.Chart.Cell;
import org.closecall.reliability.Chart.Column;
import org.closecall.web.Formats;

/** How long: each incident as a dot, and how many are still going after so long. Open ones are hollow, never left out. */
record DurationCharts(Basis basis, Looks.Curve curve) {

    private static final int MOST_DOTS = 150;
    private static final int MOST_STEPS = 40;
    private static final int FEWEST = 5;

    /** One incident's time in minutes; open: so far. */
    private record Dot(IncidentFact incident, double minutes, boolean open) {
    }

    Chapter chapter(List<Chart> more) {
        var mitigated = dots(ResponseTimes::timeToMitigate);
        var resolved = dots(ResponseTimes::timeToResolve);
        var charts = Stream.of(strip("mitigate", "Time to mitigate, each incident", mitigated, curve(mitigated)), survival(mitigated),
                strip("resolve", "Time to resolve, each incident", resolved, curve(resolved)));
        return Chapter.of("how-long", "How long", Stream.concat(charts, more.stream()).filter(chart -> !chart.rows().isEmpty()).toList());
    }

    private List<Dot> dots(Function<ResponseTimes, Difference> which) {
        var dots = new ArrayList<Dot>();
        for (var incident : basis.facts().incidents()) {
            var found = which.apply(incident.times(basis.scope().now()));
            found.observation().ifPresent(one -> dots.add(new Dot(incident, one.time(), !one.event())));
        }
        return dots;
    }

    private static KaplanMeier curve(List<Dot> dots) {
        return KaplanMeier.of(dots.stream().map(dot -> new org.closecall.metrics.Observation(dot.minutes, !dot.open)).toList());
    }

    private Chart strip(String id, String title, List<Dot> dots, KaplanMeier curve) {
        var shown = dots.subList(Math.max(0, dots.size() - MOST_DOTS), dots.size());
        var rows = new ArrayList<Chart.Row>();
        IntStream.range(0, shown.size()).forEach(i -> rows.add(row(shown.get(shown.size() - 1 - i))));
        rows.addAll(lines(dots, curve));
        var open = dots.stream().filter(Dot::open).count();
        return new Chart("strip-" + id, "strip", title, "Each incident by itself" + (open == 0 ? "" : ", hollow where it is still open and lasts at least so long") + ", and the median of all "
                + Formats.grouped(dots.size()) + " with its 95 % band. Drawn on a logarithmic scale.", true,
                List.of(Column.words("Incident"), Column.words("Day"), Column.number("Minutes"), Column.words("State")), dots.isEmpty() ? List.of() : rows,
                dots.size() > shown.size() ? "The newest %d of %s are shown; the median counts all.".formatted(shown.size(), Formats.grouped(dots.size())) : null);
    }

    private Chart.Row row(Dot dot) {
        var at = dot.incident.occurredAt();
        return Chart.Row.of(Cell.of("#" + dot.incident.number(), "/occurrences/" + dot.incident.number()),
                new Cell(Formats.day(at, basis.scope().zone()), null, Formats.utc(at), null, String.valueOf(at.toEpochMilli())),
                new Cell(Units.minutes(dot.minutes), null, null, dot.open ? "so far" : null, value(dot.minutes)),
                new Cell(dot.open ? "still open" : "over", null, null, null, dot.open ? "1" : null));
    }

    /** To the second: a dot is drawn no finer. */
    private static String value(double minutes) {
        return minutes > 0 && minutes < 1 ? String.valueOf(minutes) : String.valueOf(Math.round(minutes * 60) / 60.0).replaceFirst("(\\.\\d{3})\\d+", "$1");
    }

    /** The median and its band, which the picture draws as lines: rows without a day. */
    private static List<Chart.Row> lines(List<Dot> dots, KaplanMeier curve) {
        if (dots.size() < FEWEST) {
            return List.of();
        }
        var median = curve.median();
        return Stream.of(line("Median", median.value()), line("Its 95 % interval from", median.interval().lower()), line("to", median.interval().upper())).flatMap(Optional::stream).toList();
    }

    private static Optional<Chart.Row> line(String name, Double minutes) {
        return minutes == null ? Optional.empty()
                : Optional.of(Chart.Row.of(Cell.of(name), Cell.of(""), Cell.value(Units.minutes(minutes.doubleValue()), minutes), Cell.of("")));
    }

    /** A detection before the impact is good news and no duration. */
    private Chart survival(List<Dot> mitigated) {
        var dots = curve == Looks.Curve.MITIGATE ? mitigated : dots(curve.which).stream().filter(dot -> dot.minutes >= 0).toList();
        var steps = dots.size() < FEWEST ? List.<KaplanMeier.Step>of() : curve(dots).steps();
        var every = (steps.size() + MOST_STEPS - 1) / MOST_STEPS;
        var rows = IntStream.range(0, steps.size()).filter(i -> i == steps.size() - 1 || i % every == 0).mapToObj(i -> step(steps.get(i))).toList();
        return new Chart("survival-" + curve.done, "survival", "How many are not " + curve.done + " after so long", "Kaplan–Meier: the share of incidents that are not " + curve.done + " yet, from impact, with its 95 % band. It reaches one half at the median.", true,
                List.of(Column.words("After"), Column.number("Goes on"), Column.number("95 % from"), Column.number("to"), Column.number("Watched that long")), rows,
                every > 1 ? "One in %d of %s steps is shown.".formatted(every, Formats.grouped(steps.size())) : null);
    }

    private static Chart.Row step(KaplanMeier.Step step) {
        return Chart.Row.of(new Cell(Units.minutes(step.time()), null, null, null, String.valueOf(step.time())), share(step.survival()), share(step.lower()), share(step.upper()), Cell.count(step.atRisk()));
    }

    private static Cell share(Double share) {
        return share == null ? Cell.of("") : Cell.value(Units.percent(share), 100 * share);
    }
}
