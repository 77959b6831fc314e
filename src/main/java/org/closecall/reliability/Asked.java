package org.closecall.reliability;

import org.jboss.resteasy.reactive.RestQuery;

/**
 * The parameters of /reliability and /reliability.json as sent: month ("2026-10" or "all"), or from and to, days both
 * included; team and service by id; severity as in the log ("SEV2", "SEV1-SEV3"). A month wins over days; nothing
 * means the current month.
 */
public record Asked(@RestQuery String month, @RestQuery String from, @RestQuery String to, @RestQuery String team,
        @RestQuery String service, @RestQuery String severity) {

    static Asked nothing() {
        return new Asked(null, null, null, null, null, null);
    }

    /** Null for what was not given: a form sends every field it has. */
    static String given(String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }
}
