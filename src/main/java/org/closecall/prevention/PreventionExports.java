package org.closecall.prevention;

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
import org.jboss.resteasy.reactive.RestPath;

/** A filtered list as CSV, row by row from a cursor. Times are ISO 8601 in UTC. What it says can be changed there and brought in again. */
@Path("/prevention/exports")
class PreventionExports {

    private static final int FETCH = 500;
    private static final Map<PreventionKind, String> COLUMNS = Map.of(
            PreventionKind.REMEDIATION, "r.id, r.key, r.type, " + name("service") + ", " + name("critical_path") + ", " + time("at") + ", " + time("ended_at") + ", r.outcome, " + flag("dry_run") + ", r.did, " + time("came_back_at") + ", " + flag("unattended") + ", " + number(),
            PreventionKind.DEPLOYMENT, "r.id, r.key, " + name("service") + ", r.release, " + time("at") + ", r.outcome, " + time("restored_at") + ", " + flag("unplanned") + ", " + number(),
            PreventionKind.EXPERIMENT, "r.id, r.key, " + name("critical_path") + ", r.mode, r.hypothesis, " + time("at") + ", " + time("ended_at") + ", " + flag("injected") + ", r.checks, r.checks_failed, r.tolerance, " + flag("recovered") + ", r.aborted_because, " + number() + ", r.relation");

    @Inject
    Viewer viewer;

    @GET
    @Path("/{kind}.csv")
    public Response index(@RestPath String kind, @BeanParam PreventionFilter filter) {
        var of = PreventionKind.ofPath(kind);
        var conditions = new PreventionConditions(of, filter, viewer.organisation().zone());
        StreamingOutput rows = out -> QuarkusTransaction.requiringNew().timeout(600).run(() -> write(of, conditions, out));
        return Response.ok(rows, "text/csv;charset=UTF-8").header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + kind + ".csv\"").build();
    }

    private static String time(String column) {
        return "to_char(r.%1$s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') as %1$s".formatted(column);
    }

    private static String flag(String column) {
        return "case when r.%1$s then 'yes' when not r.%1$s then 'no' end as %1$s".formatted(column);
    }

    private static String name(String table) {
        return "(select x.name from %1$s x where x.id = r.%1$s_id) as %1$s".formatted(table);
    }

    private static String number() {
        return "(select o.number from occurrence o where o.id = r.occurrence_id) as occurrence";
    }

    private static void write(PreventionKind kind, PreventionConditions conditions, OutputStream out) {
        var query = Panache.getEntityManager().createNativeQuery("select " + COLUMNS.get(kind) + conditions + " order by r.at desc, r.id desc").setHint(HibernateHints.HINT_FETCH_SIZE, FETCH);
        conditions.bound.forEach(query::setParameter);
        try (Stream<?> rows = query.getResultStream(); var printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            printer.printRecord(kind.fields().stream().map(field -> field.column().replace(' ', '_')));
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
