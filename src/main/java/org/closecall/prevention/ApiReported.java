package org.closecall.prevention;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a list. */
@Schema(name = "Reported", description = "What became of a list that was sent")
record ApiReported(
        @Schema(description = "How many are new") int taken,
        @Schema(description = "How many were here already, exactly as sent") int known,
        @Schema(description = "One for each, in the order they were sent") List<One> results) {

    /** What became of one of them. */
    @Schema(name = "ReportedOne", description = "What became of one of a list")
    record One(
            @Schema(description = "Its number here") Long id,
            @Schema(description = "As it was sent") String key,
            @Schema(description = "Where programs find it") String self,
            @Schema(description = "true: it was here already, exactly as sent") boolean known) {
    }

    static ApiReported of(List<One> results) {
        var known = (int) results.stream().filter(One::known).count();
        return new ApiReported(results.size() - known, known, results);
    }
}
