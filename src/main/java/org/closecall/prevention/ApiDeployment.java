package org.closecall.prevention;

import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A deployment as programs read it. What is empty is null and stays in its place. */
@Schema(name = "Deployment", description = "One version put into production")
record ApiDeployment(
        Long id,
        @Schema(description = "Where programs find it") String self,
        @Schema(description = "Where people find it") String url,
        String key,
        ApiEntry service,
        String version,
        Instant deployedAt,
        @Schema(enumeration = {"OK", "FAILED"}) String outcome,
        Instant restoredAt,
        boolean unplanned,
        @Schema(description = "The number of the occurrence it was made because of") Long occurrence,
        Instant createdAt,
        ApiEntry createdBy) {

    static ApiDeployment of(Deployment one, URI base) {
        return new ApiDeployment(one.id, base.resolve("/api/v1/deployments/" + one.id).toString(), base.resolve(one.address()).toString(), one.key, ApiEntry.of(one.service), one.release, one.at, one.outcome.name(), one.restoredAt,
                one.unplanned, one.occurrence == null ? null : one.occurrence.number, one.createdAt, ApiEntry.of(one.createdBy));
    }
}
