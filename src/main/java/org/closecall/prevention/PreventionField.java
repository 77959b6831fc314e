package org.closecall.prevention;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.closecall.exchange.CsvField;

/** What a column of a file about prevention may be, for all three sorts of them. */
enum PreventionField implements CsvField {
    ID("Number", "id", "number"),
    KEY("Key", "key", "idempotency key", "run", "run id", "external id"),
    TYPE("Type", "type", "trigger", "remediation", "runbook"),
    SERVICE("Service", "service", "application", "component", "system"),
    CRITICAL_PATH("Critical path", "critical path", "path", "journey"),
    STARTED("Started", "started", "started at", "start", "at", "time"),
    FINISHED("Finished", "finished", "finished at", "ended", "ended at", "end"),
    RELEASE("Version", "version", "release", "tag"),
    DEPLOYED("Deployed", "deployed", "deployed at", "at", "time", "date"),
    RESTORED("Restored", "restored", "restored at", "recovered at"),
    MODE("Failure mode", "mode", "failure mode", "fault", "failure"),
    HYPOTHESIS("Hypothesis", "hypothesis", "steady state"),
    OUTCOME("Outcome", "outcome", "result", "status"),
    DRY_RUN("Dry run", "dry run", "simulated"),
    DID("What it did", "did", "what it did", "action", "details"),
    CAME_BACK("Came back", "came back", "came back at", "reopened", "reopened at"),
    UNATTENDED("Without anybody’s help", "unattended", "without help", "automatic"),
    UNPLANNED("Unplanned", "unplanned", "rework"),
    INJECTED("Fault injected", "injected", "fault injected"),
    CHECKS("Checks made", "checks", "checks made"),
    CHECKS_FAILED("Checks failed", "checks failed", "failed checks"),
    TOLERANCE("Failed checks tolerated", "tolerance", "tolerated"),
    RECOVERED("Recovered", "recovered"),
    ABORTED("Aborted because", "aborted because", "aborted", "abort reason"),
    OCCURRENCE("Occurrence", "occurrence", "incident", "incident number"),
    RELATION("What it has to do with it", "relation");

    static final List<CsvField> OF_REMEDIATIONS = List.of(ID, KEY, TYPE, SERVICE, CRITICAL_PATH, STARTED, FINISHED, OUTCOME, DRY_RUN, DID, CAME_BACK, UNATTENDED, OCCURRENCE);
    static final List<CsvField> OF_DEPLOYMENTS = List.of(ID, KEY, SERVICE, RELEASE, DEPLOYED, OUTCOME, RESTORED, UNPLANNED, OCCURRENCE);
    static final List<CsvField> OF_EXPERIMENTS = List.of(ID, KEY, CRITICAL_PATH, MODE, HYPOTHESIS, STARTED, FINISHED, INJECTED, CHECKS, CHECKS_FAILED, TOLERANCE, RECOVERED, ABORTED, OCCURRENCE, RELATION);

    private static final Map<String, String> FLAGS = Map.of("yes", "true", "true", "true", "1", "true", "x", "true", "no", "", "false", "", "0", "", "", "");
    private static final Map<String, String> WORDS = Map.of("success", "SUCCEEDED", "successful", "SUCCEEDED", "failure", "FAILED", "went well", "OK", "it caused it", "CAUSED", "it found it", "FOUND");

    private final String label;
    private final List<String> names;

    PreventionField(String label, String... names) {
        this.label = label;
        this.names = List.of(names);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<String> names() {
        return names;
    }

    /** From what a file says to what a form holds; what cannot be understood stays, and the form complains of it. */
    String read(String said, Known known) {
        return switch (this) {
            case SERVICE -> known.serviceNamed(said);
            case CRITICAL_PATH -> known.pathNamed(said);
            case DRY_RUN, UNATTENDED, UNPLANNED, INJECTED -> FLAGS.getOrDefault(CsvField.plain(said), said);
            case RECOVERED -> said.isEmpty() ? "" : FLAGS.containsKey(CsvField.plain(said)) ? FLAGS.get(CsvField.plain(said)).isEmpty() ? "NO" : "YES" : said;
            case OUTCOME, RELATION -> WORDS.getOrDefault(CsvField.plain(said), said.toUpperCase(Locale.ROOT));
            default -> said;
        };
    }
}
