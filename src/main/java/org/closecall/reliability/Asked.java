package org.closecall.reliability;

import org.jboss.resteasy.reactive.RestQuery;

/**
 * The parameters of /reliability and /reliability.json as sent: month ("2026-10", also "2026-Q3", "2026" or "all"), or from and to, days both
 * included; team, service and critical path by id; kind, severity ("SEV2", "SEV1-SEV3"), detection and tag as in the
 * log. A month wins over days; nothing means the current month.
 */
public record Asked(@RestQuery String month, @RestQuery String from, @RestQuery String to, @RestQuery String team, @RestQuery String service,
        @RestQuery String path, @RestQuery String kind, @RestQuery String severity, @RestQuery String detection, @RestQuery String tag) {

    public static Asked nothing() {
        return new Asked(null, null, null, null, null, null, null, null, null, null);
    }

    /** A month such as 2026-10 of everything, or of a team. */
    public static Asked month(String month, String team) {
        return new Asked(month, null, null, team, null, null, null, null, null, null);
    }

    /** Null for what was not given: a form sends every field it has. */
    static String given(String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }
}
