package org.closecall.metrics;

import static org.closecall.metrics.ReferenceFigures.doubles;
import static org.closecall.metrics.ReferenceFigures.figures;
import static org.closecall.metrics.ReferenceFigures.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads the inputs of reference cases about two periods, samples or layers, and names what is computed from them. */
final class ComparisonFigures {
    private ComparisonFigures() {
    }

    static Map<String, Object> rateRatio(JsonNode in) {
        var ratio = ratio(in);
        return figures("p_two_sided", ratio.p(), "ratio", ratio.ratio(),
                "ci95", Arrays.asList(ratio.interval().lower(), ratio.interval().upper()),
                "significant_at_5pct", ratio.verdict().evidence());
    }

    static Map<String, Object> rateRatioBeyond(JsonNode in) {
        return figures("p_greater", ratio(in).pGreaterThan(in.get("null_ratio").asDouble()));
    }

    private static RateRatio ratio(JsonNode in) {
        return RateRatio.of(in.get("count1").asLong(), in.get("exposure1").asDouble(), in.get("count2").asLong(),
                in.get("exposure2").asDouble(), 0.95);
    }

    static Map<String, Object> mannWhitney(JsonNode in) {
        double[] x = doubles(in.get("x")), y = doubles(in.get("y"));
        var ranks = MannWhitney.of(x, y, 0.95);
        // the cases shift from y to x
        var shift = MannWhitney.of(y, x, 0.95);
        return figures("U", ranks.u(), "p_greater", MannWhitney.pGreater(x, y), "p_two_sided", ranks.p(),
                "prob_superiority", ranks.chanceOfLess(), "hodges_lehmann", shift.shift(),
                "hl_ci95", List.of(shift.interval().lower(), shift.interval().upper()));
    }

    static Map<String, Object> logRank(JsonNode in) {
        var test = LogRank.of(DurationFigures.observations(in.get("durations1"), in.get("resolved1")),
                DurationFigures.observations(in.get("durations2"), in.get("resolved2")), 0.95);
        return figures("chi2", test.chiSquared(), "df", 1, "expected1", test.expectedBefore(),
                "expected2", test.expectedAfter(), "p", test.p());
    }

    static Map<String, Object> power(JsonNode in) {
        if (in.has("reduction")) {
            return figures("baseline_incidents_needed",
                    list(in.get("reduction"), drop -> DetectableChange.eventsToSee(1 - drop.asDouble())));
        }
        var visible = list(in.get("baseline_incidents"), baseline -> DetectableChange.from(baseline.asLong()));
        return figures("smallest_drop", visible.stream().map(DetectableChange::drop).toArray(),
                "smallest_multiple", visible.stream().map(DetectableChange::multiple).toArray());
    }

    static Map<String, Object> acceleration(JsonNode in) {
        var samples = list(in.get("samples"), ReferenceFigures::doubles).toArray(double[][]::new);
        return figures("a_hat", Bootstrap.acceleration(given ->
                mean(given[0]) - (given.length > 1 ? mean(given[1]) : 0), samples));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    static Map<String, Object> layers(JsonNode in) {
        if (in.has("caught")) {
            var found = LayerContainment.of(list(in.get("caught"), JsonNode::asLong), in.get("escaped_all").asLong(), 0.95);
            return figures("reached", found.layers().stream().map(LayerContainment.Layer::reached).toList(),
                    "containment", found.layers().stream().map(layer -> layer.containment().point()).toArray());
        }
        return phases(list(in.get("injected"), JsonNode::asLong), list(in.get("removed"), JsonNode::asLong),
                list(in.get("phases"), JsonNode::asText));
    }

    /** The last phase is the field: what it finds has escaped all others. */
    private static Map<String, Object> phases(List<Long> injected, List<Long> removed, List<String> names) {
        var last = names.size() - 1;
        var entry = DefectRemoval.of(injected.subList(0, last), removed.subList(0, last));
        var later = LayerContainment.of(removed.subList(0, last), removed.get(last), 0.95);
        return figures("effectiveness_percent_entry_formula",
                entry.effectiveness().stream().map(share -> 100 * share).toList(),
                "effectiveness_percent_unit_backend_formula",
                100 * later.layers().get(names.indexOf("unit")).containment().point(),
                "escaped", entry.escaped(), "overall_effectiveness_percent", 100 * later.overall().point());
    }

    static Map<String, Object> removal(JsonNode in) {
        return figures("percent",
                100 * DefectRemoval.efficiency(in.get("pre").asLong(), in.get("post").asLong(), 0.95).point());
    }

    static Map<String, Object> failureModes(JsonNode in) {
        var modes = list(in.get("rows"), row ->
                new FailureMode(row.get(0).asInt(), row.get(1).asInt(), row.get(2).asInt()));
        return figures("rpn", modes.stream().map(FailureMode::riskPriorityNumber).toArray(),
                "valid", modes.stream().map(FailureMode::isValid).toList(),
                "warn_not_comparable", FailureMode.misleads(modes));
    }

    static Map<String, Object> actions(JsonNode in) {
        var all = in.get("items");
        var items = list(all, item -> new ActionItems.Item(item.get("created").asDouble(), number(item, "due"),
                number(item, "closed")));
        var kept = ActionItems.of(items, in.get("today").asDouble(), 0.95);
        var closed = items.stream().filter(item -> item.closed() != null).count();
        return figures("due_so_far", kept.dueSoFar(), "closed_on_time", kept.onTime().successes(),
                "closed_late", kept.closedLate(), "overdue_open", kept.overdueOpen(),
                "on_time_rate", kept.onTime().point(),
                "on_time_ci95", List.of(kept.onTime().interval().lower(), kept.onTime().interval().upper()),
                "naive_completion_rate", (double) closed / all.size(), "open_ages", kept.openAges(),
                "median_open_age", kept.medianOpenAge(), "km_median_days_to_close", kept.timeToClose().value());
    }

    private static Double number(JsonNode item, String key) {
        return item.get(key).isNull() ? null : (Double) item.get(key).asDouble();
    }
}
