package org.closecall.action;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An action to be made, as a program sends it. */
@Schema(name = "NewAction", description = "An action to be made")
record ApiNewAction(
        @Schema(required = true, description = "What will be done, beginning with a verb; 200 characters at most", examples = "Verify the full chain on every host before a rotation continues") String title,
        @Schema(description = "Markdown, 20,000 characters at most") String description,
        @Schema(required = true, enumeration = {"PREVENT_RECURRENCE", "DETECT_SOONER", "REDUCE_IMPACT"}, description = "What it is meant to change") String aim,
        @Schema(description = "The id of a person who is here") Long owner,
        @Schema(description = "The id of a team") Long team,
        @Schema(description = "The id of a service") Long service,
        @Schema(format = "date", description = "Not before today", examples = "2027-01-15") String dueOn,
        @Schema(enumeration = {"HIGH", "MEDIUM", "LOW"}, description = "MEDIUM unless said") String priority,
        @Schema(description = "The id of a strategy") Long strategy,
        @Schema(description = "A layer (DEVELOPMENT, PRE_PRODUCTION, PRODUCTION, DETECTION) or the id of a control it strengthens") String defence,
        @Schema(description = "The number of the occurrence it comes from; none where it comes from nothing on record") Long occurrence) {

    /** As if somebody had typed it: the same rules hold. */
    ActionForm form() {
        return new ActionForm("", "", "", "", "", "", "", text(title), text(description), text(owner), text(team), text(service), text(dueOn), text(priority), text(aim), text(strategy), text(defence));
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }
}
