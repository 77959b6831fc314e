package org.closecall.prevention;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A deployment as a pipeline reports it. */
@Schema(name = "NewDeployment", description = "One version put into production")
record ApiNewDeployment(
        @Schema(description = "What all reports of this deployment share, 255 characters at most; the header Idempotency-Key says the same", examples = "pipeline-4711") String key,
        @Schema(required = true, description = "The service, by name or id", examples = "Payments") @JsonDeserialize(using = ApiNamed.class) String service,
        @Schema(required = true, description = "A tag, a build number or a commit; 120 characters at most", examples = "2026.47.2") String version,
        @Schema(required = true, format = "date-time", description = "When it reached production, with its offset; kept to the second", examples = "2026-11-12T01:11:00Z") String deployedAt,
        @Schema(required = true, enumeration = {"OK", "FAILED"}, description = "FAILED: it needed immediate intervention, such as a rollback or a fix at once") String outcome,
        @Schema(format = "date-time", description = "When a failed one was made good; null while it is not") String restoredAt,
        @Schema(description = "true: rework, not planned, made because of an incident in production") Boolean unplanned,
        @Schema(description = "The number of the occurrence it was made because of; only of what was unplanned") Long occurrence) implements ApiNew<Deployment> {

    @Override
    public DeploymentForm form(Known known) {
        return new DeploymentForm("", "", known.serviceNamed(service), version, deployedAt, outcome, restoredAt, Boolean.TRUE.equals(unplanned) ? "true" : "", Objects.toString(occurrence, ""));
    }
}
