package org.closecall.occurrence;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What figures tell records apart by, in SQL over occurrence o, so that the log can show exactly those behind a figure. */
public final class Told {

    /** Of a layer of defence no more is known than that nobody said. */
    public static final String UNKNOWN = "UNKNOWN";

    private static final String MACHINES = Arrays.stream(Detection.values()).filter(detection -> detection.machine).map(detection -> "'" + detection + "'").collect(Collectors.joining(", "));

    /**
     * The layer that caught it, NONE where it passed all of them, UNKNOWN where nobody said what stopped it. The control
     * that stopped a near miss speaks for its layer, an automated remediation for production; an incident was caught by
     * detection if monitoring saw it and nobody was affected. Needs the stopping control as stop.
     */
    public static final String CAUGHT_IN = """
            case when o.kind = 'NEAR_MISS' then case when o.stopped_by = 'SAFEGUARD' then coalesce(stop.layer, 'UNKNOWN')
              when o.stopped_by = 'AUTOMATION' then 'PRODUCTION' when o.stopped_by is null then 'UNKNOWN' else 'NONE' end
            when o.impact_state = 'NONE' and o.detection in (%s) then 'DETECTION' else 'NONE' end""".formatted(MACHINES);

    /** Who found an incident, and when: as metrics.Detection classifies it. */
    public static final String FOUND = """
            case when o.detection = 'EXPERIMENT' then 'EXPERIMENT' when o.detection = 'UNKNOWN' then 'UNKNOWN' when o.detection not in (%s) then 'BY_PEOPLE'
              when o.impact_state in ('NONE', 'NOT_YET') then 'EARLY' when o.impact_state <> 'AT' or o.detected_state <> 'AT' then 'UNKNOWN'
              when o.detected_at < o.impact_at then 'EARLY' else 'BY_MONITORING' end""".formatted(MACHINES);

    /** An incident that is over, and a remediation is said to have resolved it while nobody had to help. */
    public static final String HEALED = "o.resolved_state <> 'NOT_YET' and exists (select 1 from remediation r where r.occurrence_id = o.id and r.unattended and r.deleted_at is null)";

    private Told() {
    }
}
