package org.closecall.exchange;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.hibernate.jpa.HibernateHints;

/** What a query finds as a CSV file, row by row from a cursor, so that its size does not matter. */
public record CsvDownload(String name, List<String> header, String sql, Map<String, Object> bound) implements StreamingOutput {

    private static final int FETCH = 500;
    private static final int SECONDS = 600;

    public Response response() {
        return Response.ok(this, "text/csv;charset=UTF-8").header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"").build();
    }

    /** The column of a time, under its own name: ISO 8601 in UTC. */
    public static String time(String alias, String column) {
        return utc(alias, column) + " as " + column;
    }

    /** The same as part of something else. */
    public static String utc(String alias, String column) {
        return "to_char(%s.%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')".formatted(alias, column);
    }

    @Override
    public void write(OutputStream out) {
        QuarkusTransaction.requiringNew().timeout(SECONDS).run(() -> print(out));
    }

    private void print(OutputStream out) {
        var query = Panache.getEntityManager().createNativeQuery(sql).setHint(HibernateHints.HINT_FETCH_SIZE, FETCH);
        bound.forEach(query::setParameter);
        try (Stream<?> rows = query.getResultStream(); var printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            printer.printRecord(header);
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
