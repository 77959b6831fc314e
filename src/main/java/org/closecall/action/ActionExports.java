package org.closecall.action;

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
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.closecall.exchange.CsvFile;
import org.closecall.web.Viewer;
import org.hibernate.jpa.HibernateHints;

/** The filtered list as CSV, row by row from a cursor. Times are ISO 8601 in UTC. What it says of an action can be changed there and brought in again. */
@Path("/actions.csv")
class ActionExports {

    private static final int FETCH = 500;
    private static final String COLUMNS = """
            select a.id, a.title, a.description, a.aim, a.priority, p.name as owner, t.name as team, s.name as service, cast(a.due_on as text) as due, g.name as strategy, a.layer, c.name as control, o.number,
              a.state, %s, %s, %s, %s, cast(a.accepted_until as text) as accepted, a.blocked_on, a.origin
            from action_item a left join occurrence o on o.id = a.occurrence_id left join person p on p.id = a.owner_id left join team t on t.id = a.team_id left join service s on s.id = a.service_id
              left join action_strategy g on g.id = a.strategy_id left join control c on c.id = a.control_id where"""
            .formatted(time("state_since"), time("created_at"), time("done_at"), time("verified_at"));
    private static final String[] HEADER = {"id", "title", "description", "aim", "priority", "owner", "team", "service", "due", "strategy", "layer", "control", "occurrence",
        "state", "state_since", "created", "done", "verified", "risk_accepted_until", "blocked_on", "origin"};

    @Inject
    Viewer viewer;

    @GET
    public Response index(@BeanParam ActionFilter filter) {
        var where = new StringBuilder();
        var bound = ActionConditions.of(filter, where, viewer);
        where.append(filter.stateCondition()).append(filter.order().clause());
        StreamingOutput rows = out -> QuarkusTransaction.requiringNew().timeout(600).run(() -> write(where.toString(), bound, out));
        return Response.ok(rows, "text/csv;charset=UTF-8").header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"actions.csv\"").build();
    }

    private static String time(String column) {
        return "to_char(a.%1$s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') as %1$s".formatted(column);
    }

    private static void write(String where, Map<String, Object> bound, OutputStream out) {
        var query = Panache.getEntityManager().createNativeQuery(COLUMNS + " " + where).setHint(HibernateHints.HINT_FETCH_SIZE, FETCH);
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
            printer.printRecord(Stream.of(row).map(CsvFile::harmless));
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
