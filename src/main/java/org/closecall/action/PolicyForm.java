package org.closecall.action;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.occurrence.Severity;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Typed;

/** Days, as typed, by field name: judgeAfter, and SEV1.DETECT_SOONER for each severity and aim; with the version it was opened at. */
@TemplateData
public record PolicyForm(Map<String, String> typed) {

    private static final String JUDGE = "judgeAfter";
    private static final String VERSION = "version";
    private static final int MOST_DAYS = 730;

    /** A severity, or what has none. */
    @TemplateData
    public record Row(String level, String label) {

        public String field(Aim aim) {
            return level + "." + aim;
        }

        public String of(Aim aim) {
            return label + ", " + aim.label.toLowerCase();
        }
    }

    static List<Row> rows() {
        var rows = new ArrayList<Row>();
        Arrays.stream(Severity.values()).forEach(severity -> rows.add(new Row(severity.name(), severity.name())));
        rows.add(new Row(ActionTerm.NO_LEVEL, "No severity"));
        return rows;
    }

    static PolicyForm of(MultivaluedMap<String, String> fields) {
        var typed = new LinkedHashMap<String, String>();
        names().forEach(name -> typed.put(name, fields.containsKey(name) ? fields.getFirst(name).strip() : ""));
        typed.put(VERSION, fields.getFirst(VERSION));
        return new PolicyForm(typed);
    }

    static PolicyForm of(ActionPolicy policy, List<ActionTerm> terms) {
        var typed = new LinkedHashMap<String, String>();
        typed.put(JUDGE, String.valueOf(policy.judgeAfterDays));
        terms.forEach(term -> typed.put(term.severity + "." + term.aim, String.valueOf(term.days)));
        typed.put(VERSION, String.valueOf(policy.version));
        return new PolicyForm(typed);
    }

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    Errors check() {
        var errors = Errors.none();
        names().stream().filter(name -> !days(value(name))).forEach(name -> errors.add(name, "A number of days from 1 to 730"));
        return errors;
    }

    Conflict against(PolicyForm saved, ActionPolicy policy) {
        return saved.value(VERSION).equals(value(VERSION)) ? null : Conflict.since(Typed.version(value(VERSION)), snapshot(), saved.snapshot(), policy.subject());
    }

    PolicyForm merged(PolicyForm saved, Conflict conflict) {
        var merged = new LinkedHashMap<>(typed);
        labels().forEach((name, label) -> merged.put(name, conflict.merged(label, value(name), saved.value(name))));
        merged.put(VERSION, saved.value(VERSION));
        return new PolicyForm(merged);
    }

    void applyTo(ActionPolicy policy, List<ActionTerm> terms) {
        policy.judgeAfterDays = Integer.parseInt(value(JUDGE));
        terms.forEach(term -> term.days = Integer.parseInt(value(term.severity + "." + term.aim)));
    }

    /** As histories and conflicts read. */
    Map<String, String> snapshot() {
        var snapshot = new LinkedHashMap<String, String>();
        labels().forEach((name, label) -> snapshot.put(label, value(name) + " days"));
        return snapshot;
    }

    private static boolean days(String typed) {
        return typed.matches("\\d{1,3}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= MOST_DAYS;
    }

    private static List<String> names() {
        return List.copyOf(labels().keySet());
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put(JUDGE, "Asked whether it helped");
        rows().forEach(row -> Arrays.stream(Aim.values()).forEach(aim -> labels.put(row.field(aim), row.of(aim))));
        return labels;
    }
}
