package org.closecall.prevention;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of remediations, newest first. */
@Schema(name = "RemediationList")
record ApiRemediationList(List<ApiRemediation> remediations, @Schema(description = "How many match in all") long total, @Schema(description = "Send it as after to go on; null at the end") String next) {
}
