package org.closecall.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The statements of the page and nothing else: each connection runs them one after the other and reads every row. */
final class BareSql {

    private BareSql() {
    }

    static void run(String name, List<Store.Statement> statements, int seconds) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(Asked.CONNECTIONS);
        try {
            Callable<long[]> reader = () -> read(statements, seconds);
            var times = LongStream.empty();
            for (var one : threads.invokeAll(Stream.generate(() -> reader).limit(Asked.CONNECTIONS).toList())) {
                times = LongStream.concat(times, Arrays.stream(one.get()));
            }
            var sorted = times.sorted().toArray();
            System.out.printf("%s: %d statements, %.1f pages a second; median %.0f, p95 %.0f, p99 %.0f ms%n", name, statements.size(), sorted.length / (double) seconds,
                    at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
        } finally {
            threads.shutdown();
        }
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }

    private static long[] read(List<Store.Statement> statements, int seconds) throws SQLException, IOException {
        try (var connection = Store.connect()) {
            var warm = System.nanoTime() + seconds * 250_000_000L;
            while (System.nanoTime() < warm) {
                page(connection, statements);
            }
            var end = System.nanoTime() + seconds * 1_000_000_000L;
            return LongStream.generate(() -> timed(connection, statements)).takeWhile(time -> System.nanoTime() < end).toArray();
        }
    }

    private static long timed(Connection connection, List<Store.Statement> statements) {
        var began = System.nanoTime();
        try {
            page(connection, statements);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return System.nanoTime() - began;
    }

    private static void page(Connection connection, List<Store.Statement> statements) throws SQLException {
        for (var one : statements) {
            try (var query = connection.prepareStatement(one.sql())) {
                for (var i = 0; i < one.values().size(); i++) {
                    bind(query, i + 1, one.values().get(i));
                }
                if (query.execute()) {
                    for (var rows = query.getResultSet(); rows.next();) {
                        // every row comes over
                    }
                }
            }
        }
    }

    /** As the application does: numbers and words as such, times for the server to recognise. */
    private static void bind(PreparedStatement query, int place, String value) throws SQLException {
        if (value == null) {
            query.setNull(place, Types.BIGINT);
        } else if (value.matches("-?\\d{1,18}")) {
            query.setLong(place, Long.parseLong(value));
        } else if (value.matches("\\d{4,}-\\d\\d-\\d\\d( .*)?")) {
            query.setObject(place, value, Types.OTHER);
        } else {
            query.setString(place, value);
        }
    }
}
