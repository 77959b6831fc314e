package org.closecall.occurrence;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.closecall.exchange.CsvDownload;
import org.closecall.web.Viewer;

/** The filtered log as CSV. Times are ISO 8601 in UTC. */
@Path("/occurrences.csv")
class OccurrenceExports {

    private static final String COLUMNS = """
            select o.number, o.kind, o.title, o.severity, o.potential_severity, o.likelihood, o.detection, o.stopped_by,
              (select string_agg(s.name, '; ' order by s.name) from occurrence_service os join service s on s.id = os.service_id where os.occurrence_id = o.id) as services,
              (select string_agg(t.name, '; ' order by t.name) from occurrence_tag ot join tag t on t.id = ot.tag_id where ot.occurrence_id = o.id) as tags,
            """ + moment("started") + moment("impact") + moment("detected") + moment("acknowledged") + moment("mitigated") + moment("resolved")
            + CsvDownload.time("o", "filed_at") + ", o.impact as impact_text, o.narrative, o.external_url,"
            + " replace(replace(lower(o.impact_kinds), ' ', '; '), '_', ' ') as impact_kinds, o.customers_affected, o.customers_share, o.potential_impact,"
            + controls("HELD") + "," + controls("FAILED") + "," + controls("ABSENT") + " from occurrence o where ";
    private static final List<String> HEADER = List.of("number", "kind", "title", "severity", "potential_severity", "likelihood", "detection", "stopped_by", "services", "tags",
        "started", "impact_began", "detected", "acknowledged", "mitigated", "resolved", "filed", "impact", "narrative", "source_url",
        "impact_kinds", "customers_affected", "customers_affected_percent", "potential_impact", "controls_held", "controls_failed", "controls_absent");

    @Inject
    Viewer viewer;

    @GET
    public Response index(@BeanParam OccurrenceFilter filter) {
        var where = new StringBuilder();
        var bound = LogConditions.of(filter, where, viewer.organisation().zone());
        return new CsvDownload("occurrences", HEADER, COLUMNS + where + filter.order().clause(), bound).response();
    }

    /** A time, or the word for why there is none. */
    private static String moment(String name) {
        return " coalesce(%2$s, lower(replace(o.%1$s_state, '_', ' '))) as %1$s,".formatted(name, CsvDownload.utc("o", name + "_at"));
    }

    private static String controls(String state) {
        return " (select string_agg(c.name, '; ' order by c.name) from occurrence_control oc join control c on c.id = oc.control_id where oc.occurrence_id = o.id and oc.state = '%s') as controls_%s".formatted(state, state.toLowerCase(Locale.ROOT));
    }
}
