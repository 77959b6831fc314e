package org.closecall.metrics;

import static org.closecall.metrics.ReferenceFigures.figures;
import static org.closecall.metrics.ReferenceFigures.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Reads the inputs of reference cases about durations and names what is computed from them. */
final class DurationFigures {
    private DurationFigures() {
    }

    static Map<String, Object> summary(JsonNode in) {
        var summary = DurationSummary.of(ReferenceFigures.doubles(in.get("durations_hours")));
        return figures("mean_hours", summary.mean(), "median_hours", summary.median(),
                "geometric_mean_hours", summary.geometricMean());
    }

    static Map<String, Object> median(JsonNode in) {
        var median = curve(in).median();
        return figures("n", median.n(), "events", median.events(), "open", median.open(), "median", median.value(),
                "lower", median.interval().lower(), "upper", median.interval().upper(), "status", median.status());
    }

    static Map<String, Object> band(JsonNode in) {
        var steps = curve(in).steps();
        return figures("times", steps.stream().map(KaplanMeier.Step::time).toList(),
                "survival", steps.stream().map(KaplanMeier.Step::survival).toList(),
                "lower", steps.stream().map(KaplanMeier.Step::lower).toList(),
                "upper", steps.stream().map(KaplanMeier.Step::upper).toList());
    }

    static Map<String, Object> bias(JsonNode in) {
        var bias = OpenIncidentBias.of(observations(in.get("durations_hours"), in.get("resolved")));
        return figures("naive_mean_resolved_only", bias.resolvedMean(), "km_median", bias.median(),
                "naive_median_resolved_only", bias.resolvedMedian());
    }

    static Map<String, Object> percentiles(JsonNode in) {
        var data = ReferenceFigures.doubles(in.get("data"));
        var interpolated = in.get("type").asText().startsWith("R7");
        var values = Arrays.stream(ReferenceFigures.doubles(in.get("probs"))).boxed().map(probability -> interpolated
                ? Percentiles.interpolated(data, probability) : Percentiles.nearestRank(data, probability)).toList();
        return figures("values", values);
    }

    static Map<String, Object> medianRanks(JsonNode in) {
        var confidence = in.get("confidence").asDouble();
        var ranks = list(in.get("n"), n -> MedianInterval.ranks(n.asInt(), confidence)
                .map(found -> List.of(found.lower(), found.upper())));
        return figures("ranks", ranks.stream().map(found -> found.orElse(null)).toArray());
    }

    static Map<String, Object> responseTimes(JsonNode in) {
        var now = onTheDay(in.get("now").asText());
        var times = list(in.get("incidents"), incident -> ResponseTimes.of(new Timeline(
                stamp(incident, "impact_start"), stamp(incident, "detected"), stamp(incident, "acknowledged"),
                stamp(incident, "mitigated"), stamp(incident, "resolved")), now));
        return figures("ttd_minutes", minutes(times, ResponseTimes::timeToDetect),
                "tta_minutes", minutes(times, ResponseTimes::timeToAcknowledge),
                "ttm_minutes", minutes(times, ResponseTimes::timeToMitigate),
                "ttr_minutes", minutes(times, ResponseTimes::timeToResolve),
                "detected_before_impact", times.stream().filter(one -> one.timeToDetect().beforeImpact()).count());
    }

    private static KaplanMeier curve(JsonNode in) {
        var observations = observations(in.get("durations"), in.get("resolved"));
        if (!in.has("conf_type")) {
            return KaplanMeier.of(observations);
        }
        var band = Band.valueOf(in.get("conf_type").asText().toUpperCase().replace('-', '_'));
        return KaplanMeier.of(observations, in.get("confidence").asDouble(), band);
    }

    static List<Observation> observations(JsonNode durations, JsonNode resolved) {
        return IntStream.range(0, durations.size())
                .mapToObj(i -> new Observation(durations.get(i).asDouble(), resolved.get(i).asBoolean())).toList();
    }

    private static List<Object> minutes(List<ResponseTimes> times, Function<ResponseTimes, Difference> kind) {
        var minutes = new ArrayList<>();
        times.stream().map(kind).forEach(difference -> minutes.add(
                difference.state() == Difference.State.OPEN ? Map.of("open", difference.minutes())
                        : difference.minutes()));
        return minutes;
    }

    private static Stamp stamp(JsonNode incident, String moment) {
        return Optional.of(incident.get(moment)).filter(node -> !node.isNull())
                .map(node -> Stamp.at(onTheDay(node.asText()))).orElse(Stamp.NOT_YET);
    }

    private static Instant onTheDay(String time) {
        return Instant.parse("2026-05-04T" + time + ":00Z");
    }
}
