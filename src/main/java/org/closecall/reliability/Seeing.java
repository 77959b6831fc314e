package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.closecall.metrics.DetectableChange;
import org.closecall.metrics.PoissonProcess;
import org.closecall.web.Formats;

/**
 * Which changes this scope could show at all, from the volume of the twelve months to the end of the period.
 *
 * @param statement what a period as long as the volume's would show
 * @param effect fewer by so many per cent, as asked
 * @param answer how long it takes to see that
 */
@TemplateData
public record Seeing(String volume, String statement, String durations, int effect, String answer, List<Row> rows) {

    private static final double HOURS_A_MONTH = 24 * 365.25 / 12;
    private static final int FEWEST_DURATIONS = 5;
    static final int HALVING = 50;
    static final String CHAPTER = "what-can-we-see";
    /** By per cent fewer, of which there are a hundred: worked out once. */
    private static final Map<Integer, Integer> NEEDED = new ConcurrentHashMap<>();

    /** @param months before, and as many after; null without any incident */
    @TemplateData
    public record Row(int effect, int incidents, String months, int durations, boolean asked) {
    }

    static Seeing of(Measures year, int effect) {
        long triggers = year.incidents().triggers();
        var perMonth = PoissonProcess.rate(triggers, year.exposureHours() / HOURS_A_MONTH, Figures.CONFIDENCE);
        var volume = perMonth.value() == null ? "Nothing was observed." : "%s in %s: %s a month (95 %%: %s to %s).".formatted(Units.count(triggers, "trigger", "triggers"),
                Units.span(year.exposureHours()), number(perMonth.value()), number(perMonth.interval().lower()), number(perMonth.interval().upper()));
        var effects = Stream.concat(Stream.of(25, 33, 50, 66, 75, 90), Stream.of(effect)).distinct().sorted();
        var rows = effects.map(one -> row(one, perMonth.value(), one == effect)).toList();
        var asked = rows.stream().filter(Row::asked).findFirst().orElseThrow();
        var answer = asked.months() == null ? "Without incidents there is no volume to plan with: a longer calm can only be told as “at least so long between incidents”."
                : "To see %s at this volume you need %s before the change and as many after it.".formatted(worded(effect), asked.months());
        return new Seeing(volume, statement(triggers, "in " + Units.span(year.exposureHours()), DetectableChange.from(triggers)),
                durations(year.timeToMitigate().n()), effect, answer, rows);
    }

    /** For the page of a scope; each effect leads to the planner. */
    Chapter chapter(Scope scope) {
        var address = scope.address("/reliability/planner");
        var rows = this.rows.stream().map(row -> Chart.Row.of(Chart.Cell.of(row.effect + Units.NBSP + "% fewer, or shorter", address + (address.contains("?") ? "&" : "?") + "effect=" + row.effect),
                Chart.Cell.count(row.incidents), Chart.Cell.of(row.months == null ? "no volume" : row.months), Chart.Cell.count(row.durations))).toList();
        return new Chapter(CHAPTER, "What can we see?", List.of(volume, statement, durations), List.of(new Chart("planner", null, "What it takes to see an effect", answer, true,
                List.of(Chart.Column.words("Effect"), Chart.Column.number("Triggers before"), Chart.Column.number("Time before, and as long after"), Chart.Column.number("Times to mitigate on each side")),
                rows, "Seen in 80 of 100 cases, by the exact test at the 5 % level.")));
    }

    private static Row row(int effect, Double perMonth, boolean asked) {
        var ratio = 1 - effect / 100.0;
        var needed = NEEDED.computeIfAbsent(effect, one -> DetectableChange.eventsToSee(ratio));
        var months = perMonth == null || perMonth == 0 ? null : (Integer) (int) Math.ceil(needed / perMonth);
        return new Row(effect, needed, months == null ? null : months(months), ratio == 0 ? FEWEST_DURATIONS : DetectableChange.durationsToSee(ratio), asked);
    }

    /** A halving; 30 % fewer. */
    private static String worded(int effect) {
        return effect == 50 ? "a halving" : effect == 100 ? "a drop to none" : effect + Units.NBSP + "% fewer";
    }

    private static String months(int months) {
        return months < 36 ? Units.count(months, "month", "months") : Formats.grouped(Math.round(months / 12.0)) + Units.NBSP + "years";
    }

    /** With 14 triggers in 12 months you can only see a drop of 83 % or more, or 2.5 times as many. */
    static String statement(long triggers, String when, DetectableChange visible) {
        var many = Units.count(triggers, "trigger", "triggers") + " " + when;
        if (visible.drop() == null) {
            return "With " + many + " not even a drop to none could be told from luck" + (visible.multiple() == null ? "." : "; a rise would have to reach " + Changes.ratio(visible.multiple()) + ".");
        }
        var drop = visible.drop() == 1 ? "a drop to none" : "a drop of " + Units.percent(visible.drop()) + " or more";
        return "With %s, and as long a time after, you can only see %s, or %s.".formatted(many, drop, Changes.ratio(visible.multiple()));
    }

    private static String durations(int n) {
        var visible = DetectableChange.shorteningFrom(n);
        return visible == null ? "Below five durations on each side a shorter time to mitigate cannot be told at all."
                : "With %d times to mitigate on each side you can only see the typical one become %s shorter or more.".formatted(n, Units.percent(visible));
    }

    private static String number(double value) {
        return String.format(Locale.ENGLISH, value >= 10 ? "%.0f" : "%.1f", value);
    }
}
