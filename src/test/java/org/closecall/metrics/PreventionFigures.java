package org.closecall.metrics;

import static org.closecall.metrics.ReferenceFigures.figures;
import static org.closecall.metrics.ReferenceFigures.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Remediations, chaos coverage and deployments as the reference cases ask for them. */
final class PreventionFigures {
    private static final Instant DAY_ZERO = Instant.parse("2026-01-01T00:00:00Z");
    /** The case says that what is open is censored at the largest time. */
    private static final double OPEN_MINUTES = 500;

    private PreventionFigures() {
    }

    static Map<String, Object> remediations(JsonNode in) {
        var counted = Remediations.of(list(in.get("runs"), PreventionFigures::run), in.get("reopen_window_minutes").asDouble());
        var success = counted.success(0.95);
        return figures("triggered", counted.triggered(), "succeeded", counted.succeeded(), "success_rate", success.point(),
                "success_ci95", new double[] {success.interval().lower(), success.interval().upper()},
                "excluded", Map.of("duplicate", counted.duplicates(), "dry_run", counted.dryRuns()), "relapsed", counted.relapsed());
    }

    private static Remediations.Run run(JsonNode run) {
        var outcome = switch (run.get("outcome").asText()) {
            case "success" -> Remediations.Outcome.SUCCEEDED;
            case "failed" -> Remediations.Outcome.FAILED;
            default -> Remediations.Outcome.DRY_RUN;
        };
        return new Remediations.Run(run.get("id").asLong(), outcome, run.has("reopened_within_minutes") ? run.get("reopened_within_minutes").asDouble() : null);
    }

    static Map<String, Object> chaosCoverage(JsonNode in) {
        var coverage = ChaosCoverage.of(list(in.get("critical_paths"), JsonNode::asText), list(in.get("experiments"), PreventionFigures::experiment),
                day(in.get("now_day")), Duration.ofDays(in.get("freshness_days").asLong()));
        return figures("critical", coverage.critical(), "exercised", coverage.exercised(), "validated", coverage.count(ChaosCoverage.State.VALIDATED),
                "stale", coverage.count(ChaosCoverage.State.STALE), "never", coverage.count(ChaosCoverage.State.NEVER),
                "exercised_fraction", coverage.exercisedFraction(), "validated_fraction", coverage.validatedFraction());
    }

    private static ChaosCoverage.Experiment<String> experiment(JsonNode one) {
        var failed = one.get("checks_failed").asInt();
        var verdict = ExperimentVerdict.of(one.get("injected").asBoolean(), one.get("checks_passed").asInt() + failed, failed, 0);
        return new ChaosCoverage.Experiment<>(one.get("path").asText(), "any", day(one.get("day")), verdict, one.get("recovered").asBoolean());
    }

    private static Instant day(JsonNode day) {
        return DAY_ZERO.plus(Duration.ofDays(day.asLong()));
    }

    static Map<String, Object> dora(JsonNode in) {
        var recoveries = list(in.get("recovery_minutes_of_failed"), one -> one.isNull() ? new Observation(OPEN_MINUTES, false) : new Observation(one.asDouble(), true));
        var dora = Dora.of(deployments(in.get("deployments").asInt(), in.get("deployments_needing_intervention").asInt(), in.get("rework_deployments_unplanned").asInt(), recoveries), 30, 0.95);
        var fail = dora.changeFail();
        return figures("change_fail_rate", fail.point(), "change_fail_ci95", new double[] {fail.interval().lower(), fail.interval().upper()},
                "deployment_rework_rate", dora.rework().point(), "failed_deployment_recovery_median_km", dora.recovery().value());
    }

    private static List<Dora.Deployment> deployments(int n, int failed, int unplanned, List<Observation> recoveries) {
        return IntStream.range(0, n).mapToObj(i -> new Dora.Deployment(i < failed, i < unplanned, i < failed ? recoveries.get(i) : null)).toList();
    }
}
