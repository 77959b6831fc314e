package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Locale;
import org.closecall.metrics.ClassicSeries;
import org.closecall.metrics.Trend;

/** A published history, judged by the same functions as our own. */
@TemplateData
public record ClassicExample(String title, String story, Tile.Mark verdict, String moral, Chart chart, List<Tile.Input> tests, String together) {

    private static final double DAYS_A_YEAR = 365.25;

    static List<ClassicExample> all() {
        return List.of(
                of(ClassicSeries.COAL_MINE, "Coal mines, 1875 to 1951", "109 explosions in British coal mines that killed ten people or more.",
                        "The curve flattens, every test agrees, and the exponent β lies below 1 with its whole interval. This is what a true improvement looks like."),
                of(ClassicSeries.LHD_MACHINE, "A loading machine underground", "36 failures in 2,000 hours of operation.",
                        "Some weeks were bad and some were quiet, and one could tell a story about each. Chance alone does as much: no test sees a trend."),
                of(ClassicSeries.REPAIRS, "A machine under repair", "30 failures, from one to the next.",
                        "The plain test says that it gets worse. But failures here come in bunches, which deceive it; the tests that allow for bunches see no evidence. "
                                + "Incidents come in bunches too, so we decide by one of those."));
    }

    private static ClassicExample of(ClassicSeries series, String title, String story, String moral) {
        var events = series.events();
        var trend = TrendFigure.of(Trend.of(events));
        var id = series.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var chart = CumulativeChart.of(id, title, story, events, time -> series == ClassicSeries.COAL_MINE
                ? String.valueOf((int) (1875 + time / DAYS_A_YEAR)) : Math.round(time) + " " + series.unit());
        return new ClassicExample(title, story, TrendWords.mark(trend.verdict(), TrendWords.text(trend.verdict(), trend.events(), trend.variation()), true), moral, chart,
                TrendWords.inputs(trend), TrendWords.together(trend));
    }

    /** Days between the explosions, as a chart of rare events. */
    static Chart gaps() {
        return SeriesGaps.chart(ClassicSeries.COAL_MINE.events().gaps());
    }
}
