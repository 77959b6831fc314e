package org.closecall.prevention;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A chaos experiment as a program reports it. */
@Schema(name = "NewExperiment", description = "A chaos experiment; its verdict follows from what was injected and checked")
record ApiNewExperiment(
        @Schema(description = "What all reports of this experiment share, 255 characters at most; the header Idempotency-Key says the same", examples = "gameday-2026-11-3") String key,
        @Schema(required = true, description = "The critical path that was put to the test, by name or id", examples = "Pay by card") @JsonDeserialize(using = ApiNamed.class) String criticalPath,
        @Schema(required = true, description = "What was made to fail, in the same words each time; 120 characters at most", examples = "Host lost") String failureMode,
        @Schema(required = true, description = "What should go on working. Markdown, 2,000 characters at most", examples = "Declines stay below 0.5 % while one of ten hosts is gone") String hypothesis,
        @Schema(required = true, format = "date-time", description = "With its offset; kept to the second", examples = "2026-11-12T09:00:00Z") String startedAt,
        @Schema(format = "date-time", description = "Null while nobody knows") String endedAt,
        @Schema(description = "true: the fault was put in. Without it the experiment was not run, whatever else happened") Boolean injected,
        @Schema(description = "Checks made while the fault was there; 0 unless said", examples = "12") Integer checks,
        @Schema(description = "Those of them that failed; 0 unless said", examples = "0") Integer checksFailed,
        @Schema(description = "How many may fail, declared beforehand; 0 unless said", examples = "0") Integer tolerance,
        @Schema(description = "Whether all was as before afterwards; null where nobody looked") Boolean recovered,
        @Schema(description = "Why it was aborted, 2,000 characters at most") String abortedBecause,
        @Schema(description = "The number of the occurrence it caused or found") Long occurrence,
        @Schema(enumeration = {"CAUSED", "FOUND"}, description = "What it has to do with that occurrence") String relation) implements ApiNew<Experiment> {

    @Override
    public ExperimentForm form(Known known) {
        return new ExperimentForm("", "", known.pathNamed(criticalPath), failureMode, hypothesis, startedAt, endedAt, Boolean.TRUE.equals(injected) ? "true" : "", Objects.toString(checks, ""), Objects.toString(checksFailed, ""),
                Objects.toString(tolerance, ""), recovered == null ? "" : recovered ? ExperimentForm.YES : ExperimentForm.NO, abortedBecause, Objects.toString(occurrence, ""), relation);
    }
}
