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
import org.closecall.catalog.CriticalPath;
import org.closecall.catalog.Service;

/** One run of an automated remediation: something was wrong, and a program did something about it. */
@Entity
public class Remediation extends PreventionRecord {

    public enum Outcome {
        SUCCEEDED("Succeeded"), FAILED("Failed");

        public final String label;

        Outcome(String label) {
            this.label = label;
        }
    }

    /** What set it off, such as "disk full: rotate logs"; runs of the same type on the same service have the same trigger. */
    public String type;
    @ManyToOne(fetch = FetchType.LAZY)
    public Service service;
    @ManyToOne(fetch = FetchType.LAZY)
    public CriticalPath criticalPath;
    public Instant endedAt;
    @Enumerated(EnumType.STRING)
    public Outcome outcome;
    public boolean dryRun;
    public String did;
    public Instant cameBackAt;
    public boolean unattended;

    @Override
    public PreventionKind kind() {
        return PreventionKind.REMEDIATION;
    }

    @Override
    public String title() {
        return type + " on " + service.name;
    }

    /** Null while it runs, or where nobody said. */
    public Duration took() {
        return endedAt == null ? null : Duration.between(at, endedAt);
    }

    @Override
    public Map<String, String> snapshot() {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("Type", type);
        snapshot.put("Service", service == null ? null : service.name);
        snapshot.put("Critical path", criticalPath == null ? null : criticalPath.name);
        snapshot.put("Started", at == null ? null : at.toString());
        snapshot.put("Finished", endedAt == null ? null : endedAt.toString());
        snapshot.put("Outcome", outcome == null ? null : outcome.label);
        snapshot.put("Dry run", dryRun ? "yes" : null);
        snapshot.put("What it did", did);
        snapshot.put("Came back", cameBackAt == null ? null : cameBackAt.toString());
        snapshot.put("Without anybody’s help", unattended ? "yes" : null);
        snapshot.put("Occurrence", occurrenceNumber());
        return snapshot;
    }
}
