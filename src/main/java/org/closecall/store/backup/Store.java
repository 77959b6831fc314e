package org.closecall.store.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one transaction sees of the database; everything is spelt the same way on every server. */
final class Store {

    private static final List<String> SPELLING = List.of("timezone = 'UTC'", "datestyle = 'ISO, MDY'", "intervalstyle = 'postgres'", "bytea_output = 'hex'",
            "extra_float_digits = 1", "statement_timeout = 0", "lock_timeout = 0", "idle_in_transaction_session_timeout = 0");
    private static final String SEQUENCES = "select sequencename from pg_sequences where schemaname = current_schema() order by 1";
    private static final String HISTORY = "select version, checksum from " + Table.HISTORY + " where success and version is not null order by installed_rank";
    private static final String OTHERS = "select count(*) from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()";

    /** What has a name of its own in the schema: not what belongs to an extension or, like the sequence of a column, to a table. */
    private static final String OBJECTS = """
            select c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
              and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'e', 'i'))
            union select p.oid::regprocedure::text from pg_proc p where p.pronamespace = current_schema()::regnamespace
              and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
            union select t.typname from pg_type t where t.typnamespace = current_schema()::regnamespace and t.typtype in ('d', 'e')
              and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
            order by 1""";

    private final Connection connection;

    Store(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /** One moment, however long the reading takes and whatever is written meanwhile. */
    Store frozen() throws SQLException {
        execute("set transaction isolation level repeatable read, read only");
        return spelling();
    }

    Store spelling() throws SQLException {
        for (var setting : SPELLING) {
            execute("set local " + setting);
        }
        return this;
    }

    Connection connection() {
        return connection;
    }

    void execute(String statement) throws SQLException {
        try (var done = connection.createStatement()) {
            done.execute(statement);
        }
    }

    boolean has(String table) throws SQLException {
        return !list("select 1 from pg_class where relnamespace = current_schema()::regnamespace and relname = '" + table + "'").isEmpty();
    }

    /** The names of its tables, views, sequences, functions and types. */
    List<String> objects() throws SQLException {
        return list(OBJECTS);
    }

    boolean empty() throws SQLException {
        return Table.all(connection).isEmpty() && !has(Table.HISTORY);
    }

    /** Somebody has set Closecall up in it. */
    boolean inUse() throws SQLException {
        return has("organisation") && !list("select 1 from organisation limit 1").isEmpty();
    }

    int othersConnected() throws SQLException {
        return Integer.parseInt(list(OTHERS).get(0));
    }

    /** Version and checksum of each migration, in the order they were made. */
    List<String> history() throws SQLException {
        return has(Table.HISTORY) ? list(HISTORY) : List.of();
    }

    /** "last_value is_called" by name. */
    Map<String, String> sequences() throws SQLException {
        var sequences = new TreeMap<String, String>();
        for (var name : list(SEQUENCES)) {
            sequences.put(name, list("select last_value, is_called::text from " + Names.quoted(name)).get(0));
        }
        return sequences;
    }

    String server() throws SQLException {
        return list("show server_version").get(0);
    }

    List<String> list(String question) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                var line = new StringBuilder(String.valueOf(rows.getString(1)));
                for (var column = 2; column <= rows.getMetaData().getColumnCount(); column++) {
                    line.append(' ').append(rows.getString(column));
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }
}
