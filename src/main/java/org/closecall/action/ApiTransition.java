package org.closecall.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.closecall.web.Typed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step that was taken. */
@Schema(name = "Transition", description = "A step that was taken; what was written once stays")
record ApiTransition(
        @Schema(description = "Null of the first: it was promised") String from,
        String to,
        Instant at,
        @Schema(description = "Null where a date did it") ApiRef by,
        @Schema(description = "What shows that it is done, or how it was checked") String evidence,
        String reason,
        @Schema(description = "Until when the risk was accepted") LocalDate until) {

    static List<ApiTransition> of(ActionItem action) {
        return Transition.of(action).stream().map(step -> new ApiTransition(Typed.orNull(Typed.name(step.source)), step.target.name(), step.at, ApiRef.of(step.by), step.evidence, step.reason, step.until)).toList();
    }
}
