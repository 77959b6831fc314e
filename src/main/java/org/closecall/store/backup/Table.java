package org.closecall.store.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.postgresql.PGConnection;

/**
 * A table and those of its columns that are written; what is derived from them is derived again. An unlogged table is none of
 * them: what a crash may empty means nothing in another database.
 */
record Table(String name, List<String> columns) {

    /** Says what was migrated, and is made by migrating. */
    static final String HISTORY = "flyway_schema_history";

    private static final String ALL = """
            select c.relname, string_agg(a.attname, ' ' order by a.attnum) from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relpersistence = 'p' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            group by c.relname order by c.relname""";

    interface Rows {
        void next(byte[] row) throws SQLException;
    }

    static List<Table> all(Connection connection) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                if (!HISTORY.equals(rows.getString(1))) {
                    tables.add(new Table(rows.getString(1), List.of(rows.getString(2).split(" "))));
                }
            }
        }
        return tables;
    }

    /** Each row is a line, with its end. */
    void read(Connection connection, Rows rows) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + spelt() + " to stdout");
        try {
            for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                rows.next(row);
            }
        } finally {
            // a connection that still sends rows could not be closed
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    RowSum sum(Connection connection) throws SQLException {
        var sum = new RowSum();
        read(connection, sum::add);
        return sum;
    }

    String spelt() {
        return Names.quoted(name) + " (" + String.join(", ", columns.stream().map(Names::quoted).toList()) + ")";
    }
}
