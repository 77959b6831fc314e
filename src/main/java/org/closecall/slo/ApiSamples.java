package org.closecall.slo;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a program sends at once. */
@Schema(name = "SliSamples", description = "Intervals of one objective, all of them kept or none")
record ApiSamples(@Schema(required = true, description = "1 to 1,000 intervals that do not overlap, in any order") List<ApiSample> samples) {
}
