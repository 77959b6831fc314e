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
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** A deployment as typed. release is its version; version is that of the row. */
@TemplateData
public record DeploymentForm(@RestForm String key, @RestForm String version, @RestForm String service, @RestForm String release, @RestForm String deployedAt, @RestForm String outcome, @RestForm String restoredAt,
        @RestForm String unplanned, @RestForm String occurrence) implements PreventionForm<Deployment> {

    static final int LONGEST_RELEASE = 120;

    public DeploymentForm {
        service = or(service);
        release = Typed.line(or(release));
        deployedAt = or(deployedAt);
        outcome = or(outcome);
        restoredAt = or(restoredAt);
        unplanned = or(unplanned);
        occurrence = or(occurrence);
    }

    static DeploymentForm blank(String occurrence) {
        return new DeploymentForm(FormKey.fresh(), "", "", "", "", Deployment.Outcome.OK.name(), "", occurrence.isEmpty() ? "" : "true", occurrence);
    }

    static DeploymentForm of(Deployment saved, ZoneId zone) {
        return new DeploymentForm("", String.valueOf(saved.version), saved.service == null ? "" : saved.service.id.toString(), or(saved.release), When.text(saved.at, zone), Typed.name(saved.outcome),
                When.text(saved.restoredAt, zone), saved.unplanned ? "true" : "", or(saved.occurrenceNumber()));
    }

    DeploymentForm again() {
        return new DeploymentForm(FormKey.fresh(), version, service, release, deployedAt, outcome, restoredAt, unplanned, occurrence);
    }

    @Override
    public Deployment fresh() {
        return new Deployment();
    }

    @Override
    public DeploymentForm with(BiFunction<CsvField, String, String> said) {
        return new DeploymentForm(key, version, said.apply(PreventionField.SERVICE, service), said.apply(PreventionField.RELEASE, release), said.apply(PreventionField.DEPLOYED, deployedAt),
                said.apply(PreventionField.OUTCOME, outcome), said.apply(PreventionField.RESTORED, restoredAt), said.apply(PreventionField.UNPLANNED, unplanned), said.apply(PreventionField.OCCURRENCE, occurrence));
    }

    /** What was typed and what only the other one changed, ready to be saved over the version now there. */
    DeploymentForm merged(Deployment saved, Conflict conflict, ZoneId zone) {
        var theirs = of(saved, zone);
        return new DeploymentForm(key, theirs.version, conflict.merged("Service", service, theirs.service), conflict.merged("Version", release, theirs.release), conflict.merged("Deployed", deployedAt, theirs.deployedAt),
                conflict.merged("Outcome", outcome, theirs.outcome), conflict.merged("Restored", restoredAt, theirs.restoredAt), conflict.merged("Unplanned", unplanned, theirs.unplanned), conflict.merged("Occurrence", occurrence, theirs.occurrence));
    }

    public List<Option> outcomes() {
        return Stream.of(Deployment.Outcome.values()).map(one -> Option.of(one, one.label)).toList();
    }

    @Override
    public Errors check(Known known, ZoneId zone, Instant now) {
        var errors = Errors.none();
        known.checkService(errors, service, "Which service was deployed?");
        if (!Typed.given(release)) {
            errors.add("release", "Which version was it? A tag or a commit will do");
        }
        longest(errors, "release", release, LONGEST_RELEASE);
        When.check(errors, "deployedAt", deployedAt, zone, now, "When was it deployed?");
        if (Typed.choice(Deployment.Outcome.class, outcome) == null) {
            errors.add("outcome", "How did it go? OK or FAILED");
        }
        When.check(errors, "restoredAt", restoredAt, zone, now, null);
        When.order(errors, "restoredAt", deployedAt, restoredAt, zone, "This is before it was deployed");
        if (Typed.given(restoredAt) && !Deployment.Outcome.FAILED.name().equals(outcome)) {
            errors.add("restoredAt", "Only what failed has to be restored");
        }
        flag(errors, "unplanned", unplanned);
        known.checkOccurrence(errors, occurrence);
        if (Typed.given(occurrence) && !unplanned.equals("true")) {
            errors.add("unplanned", "A deployment made because of an occurrence is unplanned: say so, or leave the occurrence out");
        }
        return errors;
    }

    @Override
    public Deployment fill(Deployment saved, Known known, ZoneId zone) {
        saved.service = known.service(service);
        saved.release = release;
        saved.at = When.read(deployedAt, saved.at, zone);
        saved.outcome = Typed.choice(Deployment.Outcome.class, outcome);
        saved.restoredAt = When.read(restoredAt, saved.restoredAt, zone);
        saved.unplanned = unplanned.equals("true");
        saved.occurrence = known.occurrence(occurrence);
        return saved;
    }
}
