package org.closecall.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.closecall.metrics.Trend;
import org.closecall.metrics.TrendTest;
import org.closecall.metrics.Verdict;

/** What tests of a trend found, as pages say it. */
final class TrendWords {

    private static final String MINUS = "\u2212";

    private TrendWords() {
    }

    /** variation of gaps: null where these have no length. */
    static String text(Verdict verdict, int events, Double variation) {
        return verdict != Verdict.TOO_FEW_EVENTS || events < Trend.FEWEST ? text(verdict, events)
                : variation == null ? "Nothing to test: all began at the same moment" : "Nothing to test: all gaps are the same";
    }

    private static String text(Verdict verdict, int events) {
        return switch (verdict) {
            case TOO_FEW_EVENTS -> events == 0 ? "Nothing to test" : "Too few events (" + events + " of " + Trend.FEWEST + ")";
            case NO_EVIDENCE_OF_CHANGE -> "No evidence of change";
            case EVIDENCE_IMPROVING -> "Evidence of improvement";
            case EVIDENCE_WORSENING -> "Evidence of worsening";
            case PROVISIONAL -> "Provisional";
        };
    }

    /** rising: whether the number goes up when things improve, as a time between incidents does. */
    static Tile.Mark mark(Verdict verdict, String text, boolean rising) {
        return switch (verdict) {
            case TOO_FEW_EVENTS -> new Tile.Mark("few", text, null);
            case NO_EVIDENCE_OF_CHANGE -> new Tile.Mark("none", text, null);
            case PROVISIONAL -> new Tile.Mark("provisional", text, null);
            case EVIDENCE_IMPROVING -> new Tile.Mark("better", text, rising);
            case EVIDENCE_WORSENING -> new Tile.Mark("worse", text, !rising);
        };
    }

    /** Every test with its statistic, the curve, and how much gaps vary. */
    static List<Tile.Input> inputs(TrendFigure trend) {
        var inputs = new ArrayList<Tile.Input>();
        trend.tests().forEach(test -> inputs.add(Tile.Input.of(name(test.method()), statistic(test) + ", " + p(test.p()))));
        if (trend.beta() != null) {
            inputs.add(Tile.Input.of("Power law, β below 1: rarer", number(trend.beta()) + " (" + number(trend.betaLower()) + " – " + number(trend.betaUpper()) + ")"));
        }
        if (trend.variation() != null) {
            inputs.add(Tile.Input.of("Variation of gaps, 1 by chance, more: bunched", number(trend.variation())));
        }
        return inputs;
    }

    /** 3 of 5 tests see no trend; null when none was made. */
    static String together(TrendFigure trend) {
        if (trend.tests().isEmpty()) {
            return null;
        }
        return trend.seeingNone() == trend.tests().size() ? "None of the " + trend.tests().size() + " tests sees a trend."
                : trend.seeingNone() > 0 ? trend.seeingNone() + " of " + trend.tests().size() + " tests see no trend." : "All " + trend.tests().size() + " tests see a trend.";
    }

    static String p(double p) {
        return p < 0.001 ? "p below 0.001" : "p" + Units.NBSP + String.format(Locale.ENGLISH, p < 0.1 ? "%.3f" : "%.2f", p);
    }

    static String number(double value) {
        return String.format(Locale.ENGLISH, "%.2f", value).replace("-", MINUS);
    }

    static String name(TrendTest.Method method) {
        return switch (method) {
            case PERMUTATION_LAPLACE -> "Permutation test (decides)";
            case LAPLACE -> "Laplace";
            case MIL_HDBK_189 -> "MIL-HDBK-189";
            case REVERSE_ARRANGEMENTS -> "Reverse arrangements";
            case LEWIS_ROBINSON -> "Lewis–Robinson";
        };
    }

    private static String statistic(TrendFigure.Test test) {
        return switch (test.method()) {
            case MIL_HDBK_189 -> "χ²" + Units.NBSP + String.format(Locale.ENGLISH, "%.1f", test.statistic()) + " (" + test.degreesOfFreedom() + " df)";
            case REVERSE_ARRANGEMENTS -> "R" + Units.NBSP + Math.round(test.statistic()) + " of " + test.n() * (test.n() - 1L) / 2;
            default -> "z" + Units.NBSP + number(test.statistic());
        };
    }
}
