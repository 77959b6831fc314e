package org.closecall.occurrence;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.closecall.web.Viewer;
import org.hibernate.jpa.HibernateHints;

/** The filtered log as CSV, row by row from a cursor, so that its size does not matter. Times are ISO 8601 in UTC. */
@Path("/occurrences.csv")
class OccurrenceExports {

    private static final int FETCH = 500;
    private static final String COLUMNS = """
            select o.number, o.kind, o.title, o.severity, o.potential_severity, o.likelihood, o.detection, o.stopped_by,
              (select string_agg(s.name, '; ' order by s.name) from occurrence_service os join service s on s.id = os.service_id where os.occurrence_id = o.id) as services,
              (select string_agg(t.name, '; ' order by t.name) from occurrence_tag ot join tag t on t.id = ot.tag_id where ot.occurrence_id = o.id) as tags,
            """ + moment("started") + moment("impact") + moment("detected") + moment("acknowledged") + moment("mitigated") + moment("resolved")
            + " to_char(o.filed_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') as filed, o.impact as impact_text, o.narrative, o.external_url,"
            + " replace(replace(lower(o.impact_kinds), ' ', '; '), '_', ' ') as impact_kinds, o.customers_affected, o.customers_share, o.potential_impact,"
            + controls("HELD") + "," + controls("FAILED") + "," + controls("ABSENT") + " from occurrence o where ";
    private static final String[] HEADER = {"number", "kind", "title", "severity", "potential_severity", "likelihood", "detection", "stopped_by", "services", "tags",
        "started", "impact_began", "detected", "acknowledged", "mitigated", "resolved", "filed", "impact", "narrative", "source_url",
        "impact_kinds", "customers_affected", "customers_affected_percent", "potential_impact", "controls_held", "controls_failed", "controls_absent"};

    @Inject
    Viewer viewer;

    @GET
    public Response index(@BeanParam OccurrenceFilter filter) {
        ZoneId zone = viewer.organisation().zone();
        StreamingOutput rows = out -> QuarkusTransaction.requiringNew().timeout(600).run(() -> write(filter, zone, out));
        return Response.ok(rows, "text/csv;charset=UTF-8").header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"occurrences.csv\"").build();
    }

    /** A time, or the word for why there is none. */
    private static String moment(String name) {
        return " coalesce(to_char(o.%1$s_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), lower(replace(o.%1$s_state, '_', ' '))) as %1$s,".formatted(name);
    }

    private static String controls(String state) {
        return " (select string_agg(c.name, '; ' order by c.name) from occurrence_control oc join control c on c.id = oc.control_id where oc.occurrence_id = o.id and oc.state = '%s') as controls_%s".formatted(state, state.toLowerCase(Locale.ROOT));
    }

    private static void write(OccurrenceFilter filter, ZoneId zone, OutputStream out) {
        var where = new StringBuilder();
        var bound = LogConditions.of(filter, where, zone);
        var query = Panache.getEntityManager().createNativeQuery(COLUMNS + where + filter.order().clause())
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCH);
        bound.forEach(query::setParameter);
        try (Stream<?> rows = query.getResultStream(); var printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            printer.printRecord((Object[]) HEADER);
            rows.forEach(row -> print(printer, (Object[]) row));
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private static void print(CSVPrinter printer, Object[] row) {
        try {
            printer.printRecord(Stream.of(row).map(OccurrenceExports::harmless));
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** A spreadsheet would run a cell that begins so as a formula. */
    private static Object harmless(Object value) {
        return value instanceof String text && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : value;
    }
}
