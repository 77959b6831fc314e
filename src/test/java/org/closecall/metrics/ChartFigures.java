package org.closecall.metrics;

import static org.closecall.metrics.ReferenceFigures.doubles;
import static org.closecall.metrics.ReferenceFigures.figures;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the inputs of reference cases about control charts, and names what is computed from them. */
final class ChartFigures {
    private ChartFigures() {
    }

    static Map<String, Object> counts(JsonNode in) {
        var counts = doubles(in.get("counts"));
        var excluded = ReferenceFigures.list(in.get("exclude_positions"), JsonNode::asInt).stream()
                .map(position -> position - 1).collect(Collectors.toSet());
        var chart = CountCharts.c(counts, Baseline.first(counts.length).without(excluded));
        return figures("cl", chart.centre(), "ucl", chart.points().get(0).upper(), "lcl",
                chart.points().get(0).lower(), "signals", positions(chart.signals()));
    }

    static Map<String, Object> gaps(JsonNode in) {
        var gaps = doubles(in.get("gaps_hours"));
        var baseline = Baseline.of(gaps.length);
        var even = ValueCharts.xmr(ValueCharts.transformed(gaps), baseline, false).points().get(0);
        var chart = ValueCharts.t(gaps, baseline, false);
        return figures("transformed_cl", even.centre(), "transformed_ucl", even.upper(), "transformed_lcl",
                even.lower(), "cl", chart.centre(), "ucl", chart.points().get(0).upper(), "lcl",
                chart.points().get(0).lower(), "signals", positions(chart.signals()));
    }

    static Map<String, Object> values(JsonNode in) {
        var values = doubles(in.get("values"));
        var baseline = Baseline.first(in.get("baseline_n").asInt());
        var chart = ValueCharts.xmr(values, baseline, false);
        return figures("cl", chart.centre(), "mr_bar", ValueCharts.meanMovingRange(values, baseline, false),
                "sigma", ValueCharts.sigma(values, baseline, false), "ucl", chart.points().get(0).upper(),
                "lcl", chart.points().get(0).lower(),
                "mr_ucl", ValueCharts.movingRangeLimit(values, baseline, false),
                "signals", positions(chart.signals()));
    }

    static Map<String, Object> runsLimits(JsonNode in) {
        var points = ReferenceFigures.list(in.get("useful_points"), JsonNode::asInt);
        return figures("longest_run_max", points.stream().map(RunsRules::longestMost).toList(),
                "crossings_min", points.stream().map(RunsRules::crossingsLeast).toList());
    }

    static Map<String, Object> runRules(JsonNode in) {
        var z = doubles(in.get("z_scores"));
        var violations = new LinkedHashMap<String, Object>();
        Stream.of(RunRule.values()).forEach(rule -> violations.put(rule.name(), positions(rule.violations(z))));
        return violations;
    }

    static Map<String, Object> overDispersion(JsonNode in) {
        var test = OverDispersion.of(doubles(in.get("counts")));
        return figures("ratio", test.ratio(), "D", test.d(), "df", test.degrees(), "p", test.p(),
                "overdispersed_5pct", test.overDispersed(), "status", test.status().name(),
                "minimum_periods", OverDispersion.FEWEST_PERIODS, "minimum_mean", (int) OverDispersion.LEAST_MEAN);
    }

    /** Cases count from 1. */
    private static List<Integer> positions(List<Integer> indexes) {
        return indexes.stream().map(index -> index + 1).toList();
    }
}
