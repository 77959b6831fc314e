package org.closecall.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The application's own database, by a connection beside it. */
final class Store {

    private static final Pattern STATEMENT = Pattern.compile("\\] LOG:  duration: [\\d.]+ ms  execute [^:]+: (.*?)\n(?=\\d{4}-)(?:[^\n]*\\] DETAIL:  Parameters: ([^\n]*)\n)?", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']|'')*)')");

    private static final String FILED = """
            with next as (update organisation set last_number = last_number + 1 returning last_number),
            filed as (insert into occurrence (number, kind, title, severity, detection, started_state, started_at, impact_state, impact_at, filed_at, filed_by)
              select last_number, 'INCIDENT', 'Filed while somebody looks', 'SEV3', 'ENGINEER', 'AT', at, 'AT', at, at, (select min(id) from person) from next, (select timestamptz '%s 00:00Z' - random() * interval '1 day' as at) x returning id)
            insert into occurrence_service select filed.id, s.id from filed, (select min(id) as id from service) s""";

    /** As it came to the server; a value is null or text. */
    record Statement(String sql, List<String> values) {
    }

    private Store() {
    }

    static Connection connect() throws SQLException, IOException {
        var port = Files.readAllLines(Asked.DATA.resolve("postgresql/postmaster.pid")).get(3).strip();
        var pass = Files.readString(Asked.DATA.resolve("postgresql/pgpass")).strip().split(":");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + pass[2].replace("*", "closecall"), pass[3], pass[4]);
    }

    /** Unless that was done in an earlier run. */
    static void fill() throws SQLException, IOException {
        var began = System.nanoTime();
        try (var connection = connect(); var statement = connection.createStatement()) {
            var rows = statement.executeQuery("select last_number from organisation");
            if (rows.next() && rows.getLong(1) > 0) {
                return;
            }
            for (var sql : Files.readString(Asked.HERE.resolve("fill.sql")).split(";\n")) {
                if (!sql.isBlank()) {
                    statement.execute(sql.replace("{records}", String.valueOf(Asked.RECORDS)).replace("{until}", Asked.UNTIL.toString()));
                }
            }
        }
        System.out.printf("Filled with %,d records in %.0f s%n", Asked.RECORDS, (System.nanoTime() - began) / 1e9);
    }

    /** Files an incident of the last day, so that every figure of the year has to be worked out anew. */
    static void write(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(FILED.formatted(Asked.UNTIL));
        }
    }

    /** Whatever the application keeps, it is to read anew. */
    private static void touchAll(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("insert into touch (part) values ('ALL')");
        }
    }

    /** What the server was asked while the page was made from nothing. */
    static List<Statement> asked(Site site) throws SQLException, IOException, InterruptedException {
        var settings = Asked.DATA.resolve("postgresql/postgresql.conf");
        var before = Files.readString(settings);
        try (var connection = connect(); var statement = connection.createStatement()) {
            set(settings, before + "\nlog_min_duration_statement = 0\nlog_parameter_max_length = -1\n");
            var marks = List.of("begin of page " + System.nanoTime(), "end of page " + System.nanoTime());
            touchAll(connection);
            statement.execute("select '" + marks.get(0) + "'");
            site.get(Asked.PAGE);
            statement.execute("select '" + marks.get(1) + "'");
            return read(marks);
        } finally {
            set(settings, before);
        }
    }

    /** The application is no superuser there: the settings are the folder's. */
    private static void set(Path settings, String text) throws IOException, InterruptedException {
        Files.writeString(settings, text);
        var server = Files.readAllLines(Asked.DATA.resolve("postgresql/postmaster.pid")).get(0).strip();
        new ProcessBuilder("kill", "-HUP", server).start().waitFor();
        Thread.sleep(2000);
    }

    private static List<Statement> read(List<String> marks) throws IOException {
        var found = new ArrayList<Statement>();
        try (var logs = Files.list(Asked.DATA.resolve("postgresql/log"))) {
            for (var log : logs.sorted().toList()) {
                var text = Files.readString(log);
                int from = text.indexOf(marks.get(0)), to = text.indexOf(marks.get(1));
                if (from >= 0 && to > from) {
                    STATEMENT.matcher(text.substring(from, to)).results().filter(one -> !one.group(1).contains("of page")).forEach(one -> found.add(new Statement(placed(one.group(1)), values(one.group(2)))));
                }
            }
        }
        return found;
    }

    private static String placed(String sql) {
        return sql.strip().replaceAll("\n\t", "\n").replace("?", "??").replaceAll("\\$\\d+", "?");
    }

    private static List<String> values(String parameters) {
        var values = new ArrayList<String>();
        if (parameters != null) {
            VALUE.matcher(parameters).results().forEach(one -> values.add(one.group(1) == null ? null : one.group(1).replace("''", "'")));
        }
        return values;
    }
}
