package org.closecall.prevention;

import java.time.ZoneId;
import java.util.Locale;

/** The form of each kind. */
final class PreventionForms {

    private PreventionForms() {
    }

    /** With nothing in it, as a file or a program begins. */
    static PreventionForm<?> of(PreventionKind kind, ZoneId zone) {
        return switch (kind) {
            case REMEDIATION -> of(new Remediation(), zone);
            case DEPLOYMENT -> of(new Deployment(), zone);
            case EXPERIMENT -> of(new Experiment(), zone);
        };
    }

    static PreventionForm<?> of(PreventionRecord record, ZoneId zone) {
        if (record instanceof Remediation run) {
            return RemediationForm.of(run, zone);
        }
        return record instanceof Deployment deployment ? DeploymentForm.of(deployment, zone) : ExperimentForm.of((Experiment) record, zone);
    }

    /** How files and programs call a field of a form: a row has a version of its own. */
    static String sent(String field) {
        return field.equals("release") ? "version" : field;
    }

    /** restoredAt is restored, criticalPath critical path. */
    static String column(String field) {
        return sent(field).replaceFirst("(?<=\\w)At$", "").replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
