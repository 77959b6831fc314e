package org.closecall.prevention;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.closecall.catalog.CriticalPath;
import org.closecall.metrics.ExperimentVerdict;

/** A chaos experiment on a critical path: a fault put in on purpose, to see whether a hypothesis holds. */
@Entity
public class Experiment extends PreventionRecord {

    /** What it has to do with its occurrence. */
    public enum Relation {
        CAUSED("It caused it"), FOUND("It found it");

        public final String label;

        Relation(String label) {
            this.label = label;
        }
    }

    @ManyToOne(fetch = FetchType.LAZY)
    public CriticalPath criticalPath;
    /** The failure that was tried, such as "network partition". */
    public String mode;
    public String hypothesis;
    public Instant endedAt;
    public boolean injected;
    public int checks;
    public int checksFailed;
    public int tolerance;
    /** Null: nobody looked. */
    public Boolean recovered;
    public String abortedBecause;
    @Enumerated(EnumType.STRING)
    public Relation relation;

    @Override
    public PreventionKind kind() {
        return PreventionKind.EXPERIMENT;
    }

    @Override
    public String title() {
        return mode + " on " + criticalPath.name;
    }

    public ExperimentVerdict verdict() {
        return ExperimentVerdict.of(injected, checks, checksFailed, tolerance);
    }

    public String recoveredWord() {
        return recovered == null ? "nobody looked" : recovered ? "yes" : "no";
    }

    public Verdict shown() {
        return Verdict.of(verdict());
    }

    @Override
    public Map<String, String> snapshot() {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("Critical path", criticalPath == null ? null : criticalPath.name);
        snapshot.put("Failure mode", mode);
        snapshot.put("Hypothesis", hypothesis);
        snapshot.put("Started", at == null ? null : at.toString());
        snapshot.put("Ended", endedAt == null ? null : endedAt.toString());
        snapshot.put("Fault injected", injected ? "yes" : "no");
        snapshot.put("Checks made", String.valueOf(checks));
        snapshot.put("Checks failed", String.valueOf(checksFailed));
        snapshot.put("Failed checks tolerated", String.valueOf(tolerance));
        snapshot.put("Recovered", recovered == null ? null : recovered ? "yes" : "no");
        snapshot.put("Aborted because", abortedBecause);
        snapshot.put("Occurrence", occurrence == null ? null : occurrenceNumber() + ", " + relation.label.toLowerCase());
        return snapshot;
    }
}
