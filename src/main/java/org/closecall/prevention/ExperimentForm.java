package org.closecall.prevention;

import static org.closecall.prevention.PreventionForm.flag;
import static org.closecall.prevention.PreventionForm.longest;
import static org.closecall.prevention.PreventionForm.or;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.closecall.exchange.CsvField;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** An experiment as typed. recovered is YES, NO or nothing where nobody looked. */
@TemplateData
public record ExperimentForm(@RestForm String key, @RestForm String version, @RestForm String criticalPath, @RestForm String mode, @RestForm String hypothesis, @RestForm String startedAt, @RestForm String endedAt,
        @RestForm String injected, @RestForm String checks, @RestForm String checksFailed, @RestForm String tolerance, @RestForm String recovered, @RestForm String abortedBecause, @RestForm String occurrence,
        @RestForm String relation) implements PreventionForm<Experiment> {

    static final String YES = "YES";
    static final String NO = "NO";
    static final int LONGEST_MODE = 120;
    private static final int MOST_CHECKS = 1_000_000;

    public ExperimentForm {
        criticalPath = or(criticalPath);
        mode = Typed.line(or(mode));
        hypothesis = or(hypothesis);
        startedAt = or(startedAt);
        endedAt = or(endedAt);
        injected = or(injected);
        checks = or(checks).strip();
        checksFailed = or(checksFailed).strip();
        tolerance = or(tolerance).strip();
        recovered = or(recovered);
        abortedBecause = or(abortedBecause);
        occurrence = or(occurrence);
        relation = or(relation);
    }

    static ExperimentForm blank(String criticalPath, String mode, String occurrence) {
        return new ExperimentForm(FormKey.fresh(), "", criticalPath, mode, "", "", "", "true", "", "", "0", "", "", occurrence, "");
    }

    static ExperimentForm of(Experiment saved, ZoneId zone) {
        return new ExperimentForm("", String.valueOf(saved.version), saved.criticalPath == null ? "" : saved.criticalPath.id.toString(), or(saved.mode), or(saved.hypothesis), When.text(saved.at, zone), When.text(saved.endedAt, zone),
                saved.injected ? "true" : "", String.valueOf(saved.checks), String.valueOf(saved.checksFailed), String.valueOf(saved.tolerance), saved.recovered == null ? "" : saved.recovered ? YES : NO,
                or(saved.abortedBecause), or(saved.occurrenceNumber()), Typed.name(saved.relation));
    }

    ExperimentForm again() {
        return new ExperimentForm(FormKey.fresh(), version, criticalPath, mode, hypothesis, startedAt, endedAt, injected, checks, checksFailed, tolerance, recovered, abortedBecause, occurrence, relation);
    }

    @Override
    public Experiment fresh() {
        return new Experiment();
    }

    @Override
    public ExperimentForm with(BiFunction<CsvField, String, String> said) {
        return new ExperimentForm(key, version, said.apply(PreventionField.CRITICAL_PATH, criticalPath), said.apply(PreventionField.MODE, mode), said.apply(PreventionField.HYPOTHESIS, hypothesis),
                said.apply(PreventionField.STARTED, startedAt), said.apply(PreventionField.FINISHED, endedAt), said.apply(PreventionField.INJECTED, injected), said.apply(PreventionField.CHECKS, checks),
                said.apply(PreventionField.CHECKS_FAILED, checksFailed), said.apply(PreventionField.TOLERANCE, tolerance), said.apply(PreventionField.RECOVERED, recovered), said.apply(PreventionField.ABORTED, abortedBecause),
                said.apply(PreventionField.OCCURRENCE, occurrence), said.apply(PreventionField.RELATION, relation));
    }

    /** What was typed and what only the other one changed, ready to be saved over the version now there. */
    ExperimentForm merged(Experiment saved, Conflict conflict, ZoneId zone) {
        var theirs = of(saved, zone);
        return new ExperimentForm(key, theirs.version, conflict.merged("Critical path", criticalPath, theirs.criticalPath), conflict.merged("Failure mode", mode, theirs.mode), conflict.merged("Hypothesis", hypothesis, theirs.hypothesis),
                conflict.merged("Started", startedAt, theirs.startedAt), conflict.merged("Ended", endedAt, theirs.endedAt), conflict.merged("Fault injected", injected, theirs.injected), conflict.merged("Checks made", checks, theirs.checks),
                conflict.merged("Checks failed", checksFailed, theirs.checksFailed), conflict.merged("Failed checks tolerated", tolerance, theirs.tolerance), conflict.merged("Recovered", recovered, theirs.recovered),
                conflict.merged("Aborted because", abortedBecause, theirs.abortedBecause), conflict.merged("Occurrence", occurrence, theirs.occurrence), conflict.merged("Occurrence", relation, theirs.relation));
    }

    public List<Option> relations() {
        return Stream.of(Experiment.Relation.values()).map(one -> Option.of(one, one.label)).toList();
    }

    public List<Option> recoveries() {
        return List.of(Option.of(YES, "Yes, as before"), Option.of(NO, "No, or not by itself"));
    }

    @Override
    public Errors check(Known known, ZoneId zone, Instant now) {
        var errors = Errors.none();
        known.checkPath(errors, criticalPath, "Which critical path was put to the test?");
        text(errors, "mode", mode, LONGEST_MODE, "What was made to fail? Name it the same each time");
        text(errors, "hypothesis", hypothesis, 2_000, "What did you expect to go on working?");
        When.check(errors, "startedAt", startedAt, zone, now, "When did it start?");
        When.check(errors, "endedAt", endedAt, zone, now, null);
        When.order(errors, "endedAt", startedAt, endedAt, zone, "This is before its start");
        flag(errors, "injected", injected);
        checkCounts(errors);
        if (!Set.of("", YES, NO).contains(recovered)) {
            errors.add("recovered", "YES, NO, or nothing where nobody looked");
        }
        longest(errors, "abortedBecause", abortedBecause, 2_000);
        known.checkOccurrence(errors, occurrence);
        if (Typed.given(occurrence) == (Typed.choice(Experiment.Relation.class, relation) == null)) {
            errors.add(Typed.given(occurrence) ? "relation" : "occurrence", Typed.given(occurrence) ? "Did it cause the occurrence or find it? CAUSED or FOUND" : "Which occurrence was it?");
        }
        return errors;
    }

    private static void text(Errors errors, String field, String text, int most, String missing) {
        if (!Typed.given(text)) {
            errors.add(field, missing);
        }
        longest(errors, field, text, most);
    }

    private void checkCounts(Errors errors) {
        count(errors, "checks", checks);
        count(errors, "checksFailed", checksFailed);
        count(errors, "tolerance", tolerance);
        if (!errors.has("checks") && !errors.has("checksFailed") && number(checksFailed) > number(checks)) {
            errors.add("checksFailed", "More failed than were made");
        }
    }

    private static void count(Errors errors, String field, String text) {
        if (!text.isEmpty() && (Typed.id(text) == null || Typed.id(text) > MOST_CHECKS)) {
            errors.add(field, "A whole number from 0 on");
        }
    }

    private static int number(String text) {
        return text.isEmpty() || Typed.id(text) == null ? 0 : Math.toIntExact(Typed.id(text));
    }

    @Override
    public Experiment fill(Experiment saved, Known known, ZoneId zone) {
        saved.criticalPath = known.path(criticalPath);
        saved.mode = mode;
        saved.hypothesis = Typed.orNull(hypothesis);
        saved.at = When.read(startedAt, saved.at, zone);
        saved.endedAt = When.read(endedAt, saved.endedAt, zone);
        saved.injected = injected.equals("true");
        saved.checks = number(checks);
        saved.checksFailed = number(checksFailed);
        saved.tolerance = number(tolerance);
        saved.recovered = recovered.isEmpty() ? null : recovered.equals(YES);
        saved.abortedBecause = Typed.orNull(abortedBecause);
        saved.occurrence = known.occurrence(occurrence);
        saved.relation = saved.occurrence == null ? null : Typed.choice(Experiment.Relation.class, relation);
        return saved;
    }
}
