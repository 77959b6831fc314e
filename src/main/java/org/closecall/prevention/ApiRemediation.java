package org.closecall.prevention;

import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A remediation run as programs read it. What is empty is null and stays in its place. */
@Schema(name = "Remediation", description = "A run of an automated remediation")
record ApiRemediation(
        Long id,
        @Schema(description = "Where programs find it") String self,
        @Schema(description = "Where people find it") String url,
        String key,
        String type,
        ApiEntry service,
        ApiEntry criticalPath,
        Instant startedAt,
        Instant finishedAt,
        @Schema(enumeration = {"SUCCEEDED", "FAILED"}) String outcome,
        boolean dryRun,
        @Schema(description = "Whether the same trigger was there again within 30 minutes of a success; then it counts as none") boolean relapsed,
        @Schema(description = "Markdown") String did,
        Instant cameBackAt,
        boolean unattended,
        @Schema(description = "The number of an occurrence") Long occurrence,
        Instant createdAt,
        ApiEntry createdBy) {

    static ApiRemediation of(Remediation run, boolean relapsed, URI base) {
        return new ApiRemediation(run.id, base.resolve("/api/v1/remediations/" + run.id).toString(), base.resolve(run.address()).toString(), run.key, run.type, ApiEntry.of(run.service), ApiEntry.of(run.criticalPath), run.at, run.endedAt,
                run.outcome.name(), run.dryRun, relapsed, run.did, run.cameBackAt, run.unattended, run.occurrence == null ? null : run.occurrence.number, run.createdAt, ApiEntry.of(run.createdBy));
    }
}
