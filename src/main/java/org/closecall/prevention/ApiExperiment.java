package org.closecall.prevention;

import java.net.URI;
import java.time.Instant;
import org.closecall.web.Typed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An experiment as programs read it. What is empty is null and stays in its place. */
@Schema(name = "Experiment", description = "A chaos experiment on a critical path")
record ApiExperiment(
        Long id,
        @Schema(description = "Where programs find it") String self,
        @Schema(description = "Where people find it") String url,
        String key,
        ApiEntry criticalPath,
        String failureMode,
        @Schema(description = "Markdown") String hypothesis,
        Instant startedAt,
        Instant endedAt,
        boolean injected,
        int checks,
        int checksFailed,
        int tolerance,
        @Schema(description = "Null where nobody looked") Boolean recovered,
        String abortedBecause,
        @Schema(enumeration = {"HYPOTHESIS_HELD", "REFUTED", "NO_OBSERVATIONS", "NOT_RUN"}, description = "Follows from the rest") String verdict,
        @Schema(description = "The number of the occurrence it caused or found") Long occurrence,
        @Schema(description = "CAUSED or FOUND; null without an occurrence") String relation,
        Instant createdAt,
        ApiEntry createdBy) {

    static ApiExperiment of(Experiment one, URI base) {
        return new ApiExperiment(one.id, base.resolve("/api/v1/experiments/" + one.id).toString(), base.resolve(one.address()).toString(), one.key, ApiEntry.of(one.criticalPath), one.mode, one.hypothesis, one.at, one.endedAt, one.injected,
                one.checks, one.checksFailed, one.tolerance, one.recovered, one.abortedBecause, one.verdict().name(), one.occurrence == null ? null : one.occurrence.number, Typed.orNull(Typed.name(one.relation)), one.createdAt, ApiEntry.of(one.createdBy));
    }
}
