package org.closecall.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Says for each metric of the reference cases which function computes it and under which keys. */
final class ReferenceFigures {
    private static final Map<String, Function<JsonNode, Map<String, Object>>> BY_METRIC = Map.ofEntries(
            Map.entry("mtbf_hpp", FrequencyFigures::meanTimeBetween),
            Map.entry("mtbf_hpp_zero", FrequencyFigures::meanTimeBetween),
            Map.entry("poisson_rate_ci", FrequencyFigures::rate),
            Map.entry("denominators", in -> in.has("services")
                    ? FrequencyFigures.pooled(in) : FrequencyFigures.frequency(in)),
            Map.entry("data_quality", FrequencyFigures::dataQuality),
            Map.entry("quiet_period", FrequencyFigures::quietPeriod),
            Map.entry("laplace", TrendFigures::laplace),
            Map.entry("mil_hdbk_189_pooled", TrendFigures::handbook),
            Map.entry("reverse_arrangements_critical", TrendFigures::criticalArrangements),
            Map.entry("crow_amsaa", TrendFigures::powerLaw),
            Map.entry("crow_amsaa_gof", TrendFigures::powerLaw),
            Map.entry("accident_trend_real", TrendFigures::accidents),
            Map.entry("false_alarm_guidance", TrendFigures::falseAlarms),
            Map.entry("c_chart", ChartFigures::counts),
            Map.entry("t_chart", ChartFigures::gaps),
            Map.entry("xmr_chart", ChartFigures::values),
            Map.entry("anhoej_rules", ChartFigures::runsLimits),
            Map.entry("run_rules", ChartFigures::runRules),
            Map.entry("overdispersion", ChartFigures::overDispersion),
            Map.entry("mttr_mean", DurationFigures::summary),
            Map.entry("kaplan_meier_median", DurationFigures::median),
            Map.entry("kaplan_meier_band", DurationFigures::band),
            Map.entry("open_incident_bias", DurationFigures::bias),
            Map.entry("percentile", DurationFigures::percentiles),
            Map.entry("median_exact_ci", DurationFigures::medianRanks),
            Map.entry("mttx", DurationFigures::responseTimes),
            Map.entry("bca_acceleration", ComparisonFigures::acceleration),
            Map.entry("poisson_rate_ratio", ComparisonFigures::rateRatio),
            Map.entry("poisson_rate_ratio_score", ComparisonFigures::rateRatioBeyond),
            Map.entry("mann_whitney", ComparisonFigures::mannWhitney),
            Map.entry("power", ComparisonFigures::power),
            Map.entry("log_rank", ComparisonFigures::logRank),
            Map.entry("wilson", FrequencyFigures::wilson),
            Map.entry("caught_by_monitoring", FrequencyFigures::caughtEarly),
            Map.entry("near_miss_ratio", FrequencyFigures::nearMisses),
            Map.entry("layer_escape", ComparisonFigures::layers),
            Map.entry("defect_removal_efficiency", ComparisonFigures::removal),
            Map.entry("fmea_rpn", ComparisonFigures::failureModes),
            Map.entry("action_items", ComparisonFigures::actions),
            Map.entry("dora", PreventionFigures::dora),
            Map.entry("chaos_coverage", PreventionFigures::chaosCoverage),
            Map.entry("automated_remediation", PreventionFigures::remediations),
            Map.entry("error_budget", BudgetFigures::errorBudget),
            Map.entry("burn_rate", BudgetFigures::burnRate),
            Map.entry("burn_rate_thresholds", BudgetFigures::thresholds),
            Map.entry("burn_rate_detection", BudgetFigures::detection),
            Map.entry("burn_alert", BudgetFigures::alert));

    private ReferenceFigures() {
    }

    static Map<String, Object> compute(String metric, JsonNode inputs) {
        var figure = BY_METRIC.get(metric);
        if (figure == null) {
            throw new AssertionError("no figure computes " + metric);
        }
        return figure.apply(inputs);
    }

    static Instant instant(JsonNode in, String key) {
        return Instant.parse(in.get(key).asText());
    }

    static double[] doubles(JsonNode array) {
        return list(array, JsonNode::asDouble).stream().mapToDouble(Double::doubleValue).toArray();
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        return StreamSupport.stream(array.spliterator(), false).map(reader).toList();
    }

    static Map<String, Object> figures(Object... keysAndValues) {
        var figures = new LinkedHashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            figures.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return figures;
    }
}
