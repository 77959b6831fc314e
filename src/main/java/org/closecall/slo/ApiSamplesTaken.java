package org.closecall.slo;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the samples. */
@Schema(name = "SliSamplesTaken", description = "What became of the samples")
record ApiSamplesTaken(
        @Schema(description = "How many were new") int taken,
        @Schema(description = "How many were here already, exactly as sent") int known,
        @Schema(description = "The end of the latest interval there is now; null when none is from the last five days") Instant until) {
}
