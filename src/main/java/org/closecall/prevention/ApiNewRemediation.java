package org.closecall.prevention;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A remediation run as a program reports it. */
@Schema(name = "NewRemediation", description = "A run of an automated remediation")
record ApiNewRemediation(
        @Schema(description = "What all reports of this run share, 255 characters at most; the header Idempotency-Key says the same", examples = "k8s-restart-8f31") String key,
        @Schema(required = true, description = "What set it off, in the same words each time; 120 characters at most", examples = "Pod restarted: out of memory") String type,
        @Schema(required = true, description = "The service it helped, by name or id", examples = "Payments") @JsonDeserialize(using = ApiNamed.class) String service,
        @Schema(description = "The critical path it protected, by name or id", examples = "Pay by card") @JsonDeserialize(using = ApiNamed.class) String criticalPath,
        @Schema(required = true, format = "date-time", description = "With its offset; kept to the second", examples = "2026-11-12T01:11:00Z") String startedAt,
        @Schema(format = "date-time", description = "Null while nobody knows") String finishedAt,
        @Schema(required = true, enumeration = {"SUCCEEDED", "FAILED"}, description = "What it seemed to have done when it ended; a relapse is found out afterwards") String outcome,
        @Schema(description = "true: it only said what it would do, and is in no figure") Boolean dryRun,
        @Schema(description = "Markdown, 4,000 characters at most") String did,
        @Schema(format = "date-time", description = "When the same trigger was seen again; another run of the same type on the same service says it by itself") String cameBackAt,
        @Schema(description = "true: it resolved its occurrence and nobody had to help") Boolean unattended,
        @Schema(description = "The number of the occurrence it belongs to") Long occurrence) implements ApiNew<Remediation> {

    @Override
    public RemediationForm form(Known known) {
        return new RemediationForm("", "", type, known.serviceNamed(service), known.pathNamed(criticalPath), startedAt, finishedAt, outcome, Boolean.TRUE.equals(dryRun) ? "true" : "", did, cameBackAt,
                Boolean.TRUE.equals(unattended) ? "true" : "", Objects.toString(occurrence, ""));
    }
}
