package org.closecall.metrics;

import static org.closecall.metrics.ReferenceFigures.doubles;
import static org.closecall.metrics.ReferenceFigures.figures;
import static org.closecall.metrics.ReferenceFigures.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads the inputs of reference cases about trends, and names what is computed from them. */
final class TrendFigures {
    private TrendFigures() {
    }

    static Map<String, Object> laplace(JsonNode in) {
        var events = events(in);
        var laplace = Laplace.test(events).orElseThrow();
        var handbook = MilitaryHandbook.test(events).orElseThrow();
        return figures("z", laplace.statistic(), "p_two_sided", laplace.p(), "p_improving", laplace.improving(),
                "direction_of_z", laplace.direction(0.05).name().toLowerCase(), "cv_of_gaps", events.variation(),
                "z_lewis_robinson", Laplace.lewisRobinson(events).map(TrendTest::statistic).orElse(null),
                "chi2_milhdbk", handbook.statistic(), "df", handbook.degrees(),
                "mil_chi2", handbook.statistic(), "mil_df", handbook.degrees());
    }

    static Map<String, Object> handbook(JsonNode in) {
        var test = MilitaryHandbook.pooled(systems(in)).orElseThrow();
        return figures("chi2", test.statistic(), "df", test.degrees(), "p_two_sided", test.p());
    }

    static Map<String, Object> criticalArrangements(JsonNode in) {
        var limits = new LinkedHashMap<String, Object>();
        in.get("r").forEach(n -> {
            var critical = ReverseArrangements.critical(n.asInt(), in.get("one_sided_alpha").asDouble());
            limits.put(n.asText(), Map.of("lower95", critical.lower(), "upper95", critical.upper()));
        });
        return figures("critical", limits);
    }

    static Map<String, Object> powerLaw(JsonNode in) {
        var law = PowerLaw.pooled(systems(in)).orElseThrow();
        return figures("beta_mle", law.beta(), "beta_unbiased", law.betaUnbiased(), "lambda_mle", law.lambda(),
                "beta_ci90_exact", bounds(law.betaInterval(0.90)), "beta_ci95_exact", bounds(law.betaInterval(0.95)),
                "intensity_at_T", law.intensityAtEnd(), "mtbf_at_T", law.meanTimeBetweenAtEnd(),
                "mtbf_cumulative", law.meanTimeBetweenOverall(), "C2M", law.fit().statistic(),
                "critical_5pct", law.fit().critical(), "reject", !law.fit().passes());
    }

    static Map<String, Object> accidents(JsonNode in) {
        var events = EventTimes.ofGaps(doubles(in.get("inter_arrivals_days")));
        var law = PowerLaw.of(events).orElseThrow();
        var laplace = Laplace.test(events).orElseThrow();
        var handbook = MilitaryHandbook.test(events).orElseThrow();
        return figures("total_days", events.window(), "n", events.n(), "z_laplace", laplace.statistic(),
                "z_lewis_robinson", Laplace.lewisRobinson(events).orElseThrow().statistic(),
                "chi2_milhdbk", handbook.statistic(), "df", handbook.degrees(), "beta_mle", law.beta(),
                "beta_conditional", law.betaConditional(), "beta_unbiased", law.betaUnbiased(),
                "lambda_mle", law.lambda(), "C2M", law.fit().statistic(),
                "direction_of_z", laplace.direction(0.05).name().toLowerCase());
    }

    static Map<String, Object> falseAlarms(JsonNode in) {
        if (in.has("looks")) {
            return figures("p_any_false_alarm", FalseAlarms.lookingEveryMonth(1, 6, 24, 3_000));
        }
        var rates = FalseAlarms.whenBunched(0.05, 1_000);
        return figures("false_alarm_laplace", rates[0], "false_alarm_permutation", rates[1],
                "false_alarm_lewis_robinson", rates[2]);
    }

    private static EventTimes events(JsonNode in) {
        if (in.has("inter_arrivals")) {
            return EventTimes.ofGaps(doubles(in.get("inter_arrivals")));
        }
        var times = doubles(in.get("times"));
        return in.get("truncation").asText().equals("failure") ? EventTimes.untilLast(times)
                : EventTimes.within(in.get("T").asDouble(), times);
    }

    private static List<EventTimes> systems(JsonNode in) {
        if (!in.has("systems")) {
            return List.of(events(in));
        }
        var windows = doubles(in.get("T"));
        var times = list(in.get("systems"), ReferenceFigures::doubles);
        return IntStream.range(0, windows.length)
                .mapToObj(i -> EventTimes.within(windows[i], times.get(i))).toList();
    }

    private static List<Double> bounds(Interval interval) {
        return List.of(interval.lower(), interval.upper());
    }
}
