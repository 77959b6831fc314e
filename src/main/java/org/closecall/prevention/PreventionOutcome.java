package org.closecall.prevention;

import java.util.Arrays;
import java.util.List;
import org.closecall.web.Option;

/** What lists can be narrowed to, each with its condition on the row r in SQL. */
public enum PreventionOutcome {
    RUN(PreventionKind.REMEDIATION, "RUN", "No dry runs", "not r.dry_run"),
    SUCCEEDED(PreventionKind.REMEDIATION, "SUCCEEDED", "Succeeded", "not r.dry_run and r.outcome = 'SUCCEEDED' and not " + PreventionOutcome.CAME_BACK),
    RELAPSED(PreventionKind.REMEDIATION, "RELAPSED", "Relapsed", "not r.dry_run and r.outcome = 'SUCCEEDED' and " + PreventionOutcome.CAME_BACK),
    FAILED(PreventionKind.REMEDIATION, "FAILED", "Failed", "not r.dry_run and r.outcome = 'FAILED'"),
    DRY_RUN(PreventionKind.REMEDIATION, "DRY_RUN", "Dry run", "r.dry_run"),
    DEPLOYED_OK(PreventionKind.DEPLOYMENT, "OK", "Went well", "r.outcome = 'OK'"),
    DEPLOYED_FAILED(PreventionKind.DEPLOYMENT, "FAILED", "Failed", "r.outcome = 'FAILED'"),
    NOT_RESTORED(PreventionKind.DEPLOYMENT, "NOT_RESTORED", "Failed, not restored yet", "r.outcome = 'FAILED' and r.restored_at is null"),
    UNPLANNED(PreventionKind.DEPLOYMENT, "UNPLANNED", "Unplanned", "r.unplanned"),
    HYPOTHESIS_HELD(PreventionKind.EXPERIMENT, "HYPOTHESIS_HELD", "Hypothesis held", "r.injected and r.checks > 0 and r.checks_failed <= r.tolerance"),
    VALID(PreventionKind.EXPERIMENT, "VALID", "Held and recovered", "r.injected and r.checks > 0 and r.checks_failed <= r.tolerance and r.recovered"),
    REFUTED(PreventionKind.EXPERIMENT, "REFUTED", "Refuted", "r.injected and r.checks_failed > r.tolerance"),
    EXERCISED(PreventionKind.EXPERIMENT, "EXERCISED", "Held or refuted", "r.injected and r.checks > 0"),
    NO_OBSERVATIONS(PreventionKind.EXPERIMENT, "NO_OBSERVATIONS", "No observations", "r.injected and r.checks = 0"),
    NOT_RUN(PreventionKind.EXPERIMENT, "NOT_RUN", "Not run", "not r.injected");

    /** When the trigger of a remediation was there again after its run; null when it was not. */
    static final String BACK = """
            least(r.came_back_at, (select min(n.at) from remediation n where n.deleted_at is null and not n.dry_run and n.service_id = r.service_id
              and lower(n.type) = lower(r.type) and n.at > coalesce(r.ended_at, r.at)))""";
    private static final String CAME_BACK = "coalesce(" + BACK + " <= coalesce(r.ended_at, r.at) + interval '30 minutes', false)";

    public final PreventionKind kind;
    /** As an address has it. */
    public final String word;
    public final String label;
    final String condition;

    PreventionOutcome(PreventionKind kind, String word, String label, String condition) {
        this.kind = kind;
        this.word = word;
        this.label = label;
        this.condition = condition;
    }

    static List<PreventionOutcome> of(PreventionKind kind) {
        return Arrays.stream(values()).filter(outcome -> outcome.kind == kind).toList();
    }

    /** By its word; null where the kind has none. */
    static PreventionOutcome named(PreventionKind kind, String name) {
        return of(kind).stream().filter(outcome -> outcome.word.equals(name)).findFirst().orElse(null);
    }

    static List<Option> options(PreventionKind kind) {
        return of(kind).stream().map(outcome -> Option.of(outcome.word, outcome.label)).toList();
    }
}
