package org.closecall.metrics;

import static org.closecall.metrics.ReferenceFigures.figures;
import static org.closecall.metrics.ReferenceFigures.instant;
import static org.closecall.metrics.ReferenceFigures.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the inputs of reference cases about counts, rates and shares, and names what is computed from them. */
final class FrequencyFigures {
    private FrequencyFigures() {
    }

    static Map<String, Object> meanTimeBetween(JsonNode in) {
        var truncation = PoissonProcess.Truncation.valueOf(in.get("truncation").asText().toUpperCase());
        var estimate = PoissonProcess.meanTimeBetween(in.get("incidents").asLong(),
                in.get("exposure_hours").asDouble(), in.get("confidence").asDouble(), truncation);
        return figures("point_hours", estimate.value(), "lower_hours", estimate.interval().lower(),
                "upper_hours", estimate.interval().upper());
    }

    static Map<String, Object> rate(JsonNode in) {
        var rate = PoissonProcess.rate(in.get("events").asLong(), in.get("exposure").asDouble(),
                in.get("confidence").asDouble());
        return figures("rate", rate.value(), "lower", rate.interval().lower(), "upper", rate.interval().upper());
    }

    static Map<String, Object> frequency(JsonNode in) {
        var window = new TimeRange(instant(in, "window_start"), instant(in, "window_end"));
        var spans = list(in.get("incidents"), pair -> pair.get(1).isNull()
                ? Span.stillOpen(Instant.parse(pair.get(0).asText()))
                : Span.closed(Instant.parse(pair.get(0).asText()), Instant.parse(pair.get(1).asText())));
        var frequency = IncidentFrequency.over(window, spans, instant(in, "now"));
        return figures("incident_count", frequency.incidents(), "episode_count", frequency.episodes(),
                "observed_hours", frequency.observedHours(), "downtime_hours_union", frequency.downtimeHours(),
                "downtime_hours_naive_sum", frequency.summedHours(), "carried_in", frequency.carriedIn(),
                "mtbi_calendar_hours", frequency.meanTimeBetweenIncidents(0.95).value(),
                "mtbf_uptime_hours", frequency.meanTimeBetweenFailures(0.95).value(),
                "availability", frequency.availability());
    }

    static Map<String, Object> pooled(JsonNode in) {
        var services = list(in.get("services"), service ->
                new Exposure(service.get("exposure_hours").asDouble(), service.get("incidents").asLong()));
        var pooled = Exposure.pool(services);
        // the case leaves the window to the service observed longest
        var window = services.stream().mapToDouble(Exposure::amount).max().orElseThrow();
        var meanUndefined = services.stream().anyMatch(service -> service.meanTimeBetween(0.95).value() == null);
        return figures("fleet_rate_per_1000h", 1000 * pooled.rate(0.95).value(),
                "fleet_mtbi_service_hours", pooled.meanTimeBetween(0.95).value(),
                "fleet_calendar_mtbi_hours",
                PoissonProcess.meanTimeBetween(pooled.incidents(), window, 0.95).value(),
                "mean_of_service_mtbis_forbidden", meanUndefined);
    }

    static Map<String, Object> dataQuality(JsonNode in) {
        var spans = new LinkedHashMap<String, Span>();
        in.get("incidents").forEach(incident -> spans.put(incident.get("id").asText(),
                Span.closed(instant(incident, "started"), instant(incident, "resolved"))));
        var quality = DataQuality.screen(spans, Instant.parse("2026-04-01T00:00:00Z"));
        return figures("duration_minutes_used",
                quality.observations().values().stream().map(Observation::time).toList(),
                "excluded_from_duration", quality.excludedFromDurations(),
                "counted_in_frequency", quality.counted(), "flags", quality.flags());
    }

    static Map<String, Object> quietPeriod(JsonNode in) {
        var quiet = QuietPeriod.of(in.get("mean_gap_days").asDouble(), in.get("completed_gaps").asInt(),
                in.get("current_gap_days").asDouble()).orElseThrow();
        return figures("p_single_gap_at_least", quiet.singleGap(), "p_longest_of_n_at_least", quiet.longestGap(),
                "expected_longest_of_n_days", quiet.expectedLongest(), "threshold95_days", quiet.remarkable());
    }

    static Map<String, Object> wilson(JsonNode in) {
        var share = Proportion.wilson(in.get("successes").asLong(), in.get("trials").asLong(),
                in.get("confidence").asDouble());
        return figures("point", share.point(), "lower", share.interval().lower(), "upper", share.interval().upper());
    }

    static Map<String, Object> caughtEarly(JsonNode in) {
        var counts = in.get("incidents");
        var caught = new CaughtEarly(counts.get("monitoring_before_impact").asInt(),
                counts.get("monitoring_after_impact").asInt(), counts.get("human_or_customer").asInt(),
                counts.get("unknown").asInt());
        var share = caught.proportion(0.95);
        return figures("k", share.successes(), "n", share.trials(), "point", share.point(),
                "lower", share.interval().lower(), "upper", share.interval().upper(), "unknown", caught.unknown(),
                "bounds_if_unknown", List.of(caught.worstCase(), caught.bestCase()),
                "detected_by_monitoring_any", caught.byMonitoring(0.95).successes());
    }

    static Map<String, Object> nearMisses(JsonNode in) {
        var ratio = new NearMissRatio(in.get("near_misses").asLong(), in.get("incidents").asLong());
        var share = ratio.share(0.95);
        var canHaveTarget = Arrays.stream(NearMissRatio.class.getDeclaredMethods())
                .anyMatch(method -> method.getName().toLowerCase().contains("target"));
        return figures("ratio", ratio.ratio(), "near_miss_share", share.point(),
                "share_ci95", List.of(share.interval().lower(), share.interval().upper()),
                "target", canHaveTarget ? "can have one" : null, "direction", NearMissRatio.DIRECTION);
    }
}
