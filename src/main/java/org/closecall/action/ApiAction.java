package org.closecall.action;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.closecall.web.Typed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An action as programs read it. What is empty is null and stays in its place. */
@Schema(name = "Action", description = "A promise with an owner and a date")
record ApiAction(
        @Schema(examples = "12") Long id,
        @Schema(description = "Where programs find it") String self,
        @Schema(description = "Where people find it") String url,
        String title,
        @Schema(description = "Markdown") String description,
        @Schema(enumeration = {"OPEN", "IN_PROGRESS", "DONE", "VERIFIED", "DROPPED", "RISK_ACCEPTED"}) String state,
        Instant stateSince,
        @Schema(description = "Unfinished after its day") boolean late,
        @Schema(enumeration = {"PREVENT_RECURRENCE", "DETECT_SOONER", "REDUCE_IMPACT"}) String aim,
        @Schema(enumeration = {"HIGH", "MEDIUM", "LOW"}) String priority,
        LocalDate dueOn,
        ApiRef owner,
        ApiRef team,
        ApiRef service,
        ApiRef strategy,
        @Schema(description = "The layer of defence it strengthens") String layer,
        @Schema(description = "The control it strengthens") ApiRef control,
        @Schema(description = "What it waits for") String blockedOn,
        @Schema(description = "Until when its risk is accepted") LocalDate acceptedUntil,
        @Schema(description = "When somebody is asked whether it helped") LocalDate judgeOn,
        @Schema(description = "EFFECTIVE, NOT_EFFECTIVE, or null while nobody has said") String effect,
        @Schema(description = "What it came from") String origin,
        @Schema(description = "The number of the occurrence it came from") Long occurrence,
        Instant createdAt,
        ApiRef createdBy,
        Instant doneAt,
        ApiRef doneBy,
        Instant verifiedAt,
        ApiRef verifiedBy) {

    /** base is where this server was reached. */
    static ApiAction of(ActionItem action, LocalDate today, URI base) {
        var due = action.due(today);
        return new ApiAction(action.id, base.resolve("/api/v1/actions/" + action.id).toString(), base.resolve("/actions/" + action.id).toString(), action.title, action.description, action.state.name(), action.stateSince, due != null && due.late(),
                action.aim.name(), action.priority.name(), action.dueOn, ApiRef.of(action.owner), ApiRef.of(action.team), ApiRef.of(action.service), ApiRef.of(action.strategy),
                name(action.layer), ApiRef.of(action.control), action.blockedOn, action.acceptedUntil, action.judgeOn, name(action.effect), action.origin.name(), action.occurrence == null ? null : action.occurrence.number,
                action.createdAt, ApiRef.of(action.createdBy), action.doneAt, ApiRef.of(action.doneBy), action.verifiedAt, ApiRef.of(action.verifiedBy));
    }

    private static String name(Enum<?> value) {
        return Typed.orNull(Typed.name(value));
    }
}
