package org.closecall.slo;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One interval of a service level indicator, as a program sends it. */
@Schema(name = "SliSample", description = "Requests of one interval")
record ApiSample(
        @Schema(required = true, format = "date-time", description = "When the interval begins; at most a minute ahead of our clock", examples = "2026-11-22T02:00:00Z") String start,
        @Schema(description = "How long it is: 1 to 86,400 seconds, 60 unless said", examples = "60") Integer seconds,
        @Schema(required = true, description = "Requests that were good", examples = "1197") Long good,
        @Schema(required = true, description = "All requests; 0 where there were none", examples = "1200") Long total) {
}
