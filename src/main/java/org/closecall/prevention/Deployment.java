package org.closecall.prevention;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.closecall.catalog.Service;

/** One version put into production. Its occurrence is the one it was made because of. */
@Entity
public class Deployment extends PreventionRecord {

    public enum Outcome {
        OK("Went well"),
        /** It needed immediate intervention: a rollback, a fix at once, a hand on the machine. */
        FAILED("Failed");

        public final String label;

        Outcome(String label) {
            this.label = label;
        }
    }

    @ManyToOne(fetch = FetchType.LAZY)
    public Service service;
    /** The version that was deployed; version is that of the row. */
    public String release;
    @Enumerated(EnumType.STRING)
    public Outcome outcome;
    public Instant restoredAt;
    /** Rework: not planned, made because of an incident in production. */
    public boolean unplanned;

    @Override
    public PreventionKind kind() {
        return PreventionKind.DEPLOYMENT;
    }

    @Override
    public String title() {
        return service.name + " " + release;
    }

    /** From the deployment until service was restored; null while it is not, and where it went well. */
    public Duration recovery() {
        return restoredAt == null ? null : Duration.between(at, restoredAt);
    }

    public boolean failed() {
        return outcome == Outcome.FAILED;
    }

    @Override
    public Map<String, String> snapshot() {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("Service", service == null ? null : service.name);
        snapshot.put("Version", release);
        snapshot.put("Deployed", at == null ? null : at.toString());
        snapshot.put("Outcome", outcome == null ? null : outcome.label);
        snapshot.put("Restored", restoredAt == null ? null : restoredAt.toString());
        snapshot.put("Unplanned", unplanned ? "yes" : null);
        snapshot.put("Occurrence", occurrenceNumber());
        return snapshot;
    }
}
