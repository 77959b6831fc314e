package org.closecall.prevention;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of experiments, newest first. */
@Schema(name = "ExperimentList")
record ApiExperimentList(List<ApiExperiment> experiments, @Schema(description = "How many match in all") long total, @Schema(description = "Send it as after to go on; null at the end") String next) {
}
