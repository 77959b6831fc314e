package org.closecall.action;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of actions. */
@Schema(name = "ActionList")
record ApiActionList(List<ApiAction> actions, @Schema(description = "Send it as after to go on; null at the end") String next) {
}
