package org.closecall.prevention;

import static org.closecall.prevention.PreventionForm.flag;
import static org.closecall.prevention.PreventionForm.longest;
import static org.closecall.prevention.PreventionForm.or;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.closecall.exchange.CsvField;
import org.closecall.occurrence.Occurrence;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** A remediation run as typed. */
@TemplateData
public record RemediationForm(@RestForm String key, @RestForm String version, @RestForm String type, @RestForm String service, @RestForm String criticalPath, @RestForm String startedAt, @RestForm String finishedAt,
        @RestForm String outcome, @RestForm String dryRun, @RestForm String did, @RestForm String cameBackAt, @RestForm String unattended, @RestForm String occurrence) implements PreventionForm<Remediation> {

    static final int LONGEST_TYPE = 120;

    public RemediationForm {
        type = Typed.line(or(type));
        service = or(service);
        criticalPath = or(criticalPath);
        startedAt = or(startedAt);
        finishedAt = or(finishedAt);
        outcome = or(outcome);
        dryRun = or(dryRun);
        did = or(did);
        cameBackAt = or(cameBackAt);
        unattended = or(unattended);
        occurrence = or(occurrence);
    }

    static RemediationForm blank(String occurrence) {
        return new RemediationForm(FormKey.fresh(), "", "", "", "", "", "", Remediation.Outcome.SUCCEEDED.name(), "", "", "", "", occurrence);
    }

    static RemediationForm of(Remediation run, ZoneId zone) {
        return new RemediationForm("", String.valueOf(run.version), or(run.type), run.service == null ? "" : run.service.id.toString(), run.criticalPath == null ? "" : run.criticalPath.id.toString(),
                When.text(run.at, zone), When.text(run.endedAt, zone), Typed.name(run.outcome), run.dryRun ? "true" : "", or(run.did), When.text(run.cameBackAt, zone), run.unattended ? "true" : "", or(run.occurrenceNumber()));
    }

    RemediationForm again() {
        return new RemediationForm(FormKey.fresh(), version, type, service, criticalPath, startedAt, finishedAt, outcome, dryRun, did, cameBackAt, unattended, occurrence);
    }

    @Override
    public Remediation fresh() {
        return new Remediation();
    }

    @Override
    public RemediationForm with(BiFunction<CsvField, String, String> said) {
        return new RemediationForm(key, version, said.apply(PreventionField.TYPE, type), said.apply(PreventionField.SERVICE, service), said.apply(PreventionField.CRITICAL_PATH, criticalPath),
                said.apply(PreventionField.STARTED, startedAt), said.apply(PreventionField.FINISHED, finishedAt), said.apply(PreventionField.OUTCOME, outcome), said.apply(PreventionField.DRY_RUN, dryRun),
                said.apply(PreventionField.DID, did), said.apply(PreventionField.CAME_BACK, cameBackAt), said.apply(PreventionField.UNATTENDED, unattended), said.apply(PreventionField.OCCURRENCE, occurrence));
    }

    /** What was typed and what only the other one changed, ready to be saved over the version now there. */
    RemediationForm merged(Remediation saved, Conflict conflict, ZoneId zone) {
        var theirs = of(saved, zone);
        return new RemediationForm(key, theirs.version, conflict.merged("Type", type, theirs.type), conflict.merged("Service", service, theirs.service), conflict.merged("Critical path", criticalPath, theirs.criticalPath),
                conflict.merged("Started", startedAt, theirs.startedAt), conflict.merged("Finished", finishedAt, theirs.finishedAt), conflict.merged("Outcome", outcome, theirs.outcome), conflict.merged("Dry run", dryRun, theirs.dryRun),
                conflict.merged("What it did", did, theirs.did), conflict.merged("Came back", cameBackAt, theirs.cameBackAt), conflict.merged("Without anybody’s help", unattended, theirs.unattended), conflict.merged("Occurrence", occurrence, theirs.occurrence));
    }

    public List<Option> outcomes() {
        return Stream.of(Remediation.Outcome.values()).map(one -> Option.of(one, one.label)).toList();
    }

    @Override
    public Errors check(Known known, ZoneId zone, Instant now) {
        var errors = Errors.none();
        if (!Typed.given(type)) {
            errors.add("type", "What set it off? Name it the same each time");
        }
        longest(errors, "type", type, LONGEST_TYPE);
        known.checkService(errors, service, "Which service did it help?");
        known.checkPath(errors, criticalPath, null);
        When.check(errors, "startedAt", startedAt, zone, now, "When did it start?");
        When.check(errors, "finishedAt", finishedAt, zone, now, null);
        When.order(errors, "finishedAt", startedAt, finishedAt, zone, "This is before its start");
        if (Typed.choice(Remediation.Outcome.class, outcome) == null) {
            errors.add("outcome", "Did it help? SUCCEEDED or FAILED");
        }
        flag(errors, "dryRun", dryRun);
        longest(errors, "did", did, 4_000);
        When.check(errors, "cameBackAt", cameBackAt, zone, now, null);
        When.order(errors, "cameBackAt", Typed.given(finishedAt) ? finishedAt : startedAt, cameBackAt, zone, "This is before its end");
        known.checkOccurrence(errors, occurrence);
        checkResolved(errors, known.occurrence(occurrence), When.read(startedAt, null, zone));
        checkHelp(errors);
        return errors;
    }

    /** What was over cannot be helped any more. */
    private static void checkResolved(Errors errors, Occurrence helped, Instant began) {
        if (helped != null && began != null && helped.resolved.at() != null && began.isAfter(helped.resolved.at())) {
            errors.add("occurrence", "The run began after #" + helped.number + " was resolved");
        }
    }

    private void checkHelp(Errors errors) {
        flag(errors, "unattended", unattended);
        if (unattended.equals("true") && !Typed.given(occurrence)) {
            errors.add("occurrence", "Which occurrence did it resolve without anybody’s help?");
        } else if (unattended.equals("true") && (dryRun.equals("true") || !Remediation.Outcome.SUCCEEDED.name().equals(outcome))) {
            errors.add("unattended", "Only a run that succeeded, and was no dry run, can have resolved it");
        }
    }

    @Override
    public Remediation fill(Remediation run, Known known, ZoneId zone) {
        run.type = type;
        run.service = known.service(service);
        run.criticalPath = known.path(criticalPath);
        run.at = When.read(startedAt, run.at, zone);
        run.endedAt = When.read(finishedAt, run.endedAt, zone);
        run.outcome = Typed.choice(Remediation.Outcome.class, outcome);
        run.dryRun = dryRun.equals("true");
        run.did = Typed.orNull(did);
        run.cameBackAt = When.read(cameBackAt, run.cameBackAt, zone);
        run.unattended = unattended.equals("true");
        run.occurrence = known.occurrence(occurrence);
        return run;
    }
}
