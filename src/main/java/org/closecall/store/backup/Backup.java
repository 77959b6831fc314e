package org.closecall.store.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Everything in the database as of one moment, in a zip: what it is, the session key, each table as PostgreSQL's COPY
 * writes it, and at the end what the tables must add up to. Written front to back, so that it can go through a pipe.
 */
public final class Backup {

    static final String KEY = "session-key";
    static final String TABLES = "tables/";
    static final String SUMS = "sums";
    static final String SEQUENCE = "sequence ";
    private static final int PIECE = 1 << 16;

    /** What was written. */
    public record Told(String version, int tables, long rows) {
    }

    private Backup() {
    }

    /** sessionKey: null where it is kept elsewhere. */
    public static Told write(Connection connection, String sessionKey, Instant now, OutputStream out) throws SQLException, IOException {
        var store = new Store(connection).frozen();
        var heading = heading(store, now);
        var zip = new ZipOutputStream(new BufferedOutputStream(out, PIECE), UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(Heading.ENTRY));
        heading.write(zip);
        if (sessionKey != null) {
            zip.putNextEntry(new ZipEntry(KEY));
            zip.write(sessionKey.getBytes(UTF_8));
        }
        var sums = new LinkedHashMap<String, String>();
        var rows = 0L;
        for (var table : heading.tables()) {
            var sum = write(table, store, zip);
            sums.put(table.name(), sum.toString());
            rows += sum.rows();
        }
        // read last: a number given out meanwhile is skipped, never given out twice
        store.sequences().forEach((name, state) -> sums.put(SEQUENCE + name, state));
        write(sums, zip);
        zip.finish();
        zip.flush();
        connection.rollback();
        return new Told(heading.version(), heading.tables().size(), rows);
    }

    private static Heading heading(Store store, Instant now) throws SQLException {
        var history = store.history();
        if (history.isEmpty()) {
            throw new Unusable("there is no Closecall in this database");
        }
        var tables = Table.all(store.connection());
        // nobody may change a table's shape while it is read
        store.execute("lock table " + Names.quoted(tables) + " in access share mode");
        return new Heading(now, store.server(), history, tables);
    }

    private static RowSum write(Table table, Store store, ZipOutputStream zip) throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(TABLES + table.name()));
        var sum = new RowSum();
        try {
            table.read(store.connection(), row -> {
                sum.add(row);
                write(row, zip);
            });
        } catch (UncheckedIOException full) {
            throw full.getCause();
        }
        return sum;
    }

    private static void write(byte[] row, ZipOutputStream zip) {
        try {
            zip.write(row);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void write(Map<String, String> sums, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(SUMS));
        for (var sum : sums.entrySet()) {
            zip.write((sum.getKey() + "\t" + sum.getValue() + "\n").getBytes(UTF_8));
        }
        zip.closeEntry();
    }

    static List<String> lines(byte[] text) {
        return new String(text, UTF_8).lines().toList();
    }
}
