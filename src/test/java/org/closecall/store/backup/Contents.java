package org.closecall.store.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Everything a database holds, asked of PostgreSQL itself and by other statements than the ones under test. */
final class Contents {

    private static final String OURS = " where table_schema = 'public' and table_name not like 'as\\_it\\_came%' and table_name <> 'flyway_schema_history'";
    /** Says what was written of late, for whoever keeps figures: a crash may empty it, and a backup has none of it. */
    private static final String FOR_A_WHILE = "touch";
    private static final String NOT_OURS = " !~ 'as_it_came|flyway'";
    private static final List<String> SHAPE = List.of(
            "select 'column ' || table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || is_generated || coalesce(column_default, '') from information_schema.columns" + OURS,
            "select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text" + NOT_OURS,
            "select 'index ' || indexdef from pg_indexes where schemaname = 'public' and indexdef" + NOT_OURS,
            "select 'trigger ' || tgrelid::regclass || ' ' || tgenabled::text || ' ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal",
            "select 'function ' || proname || ' ' || md5(prosrc) from pg_proc where pronamespace = 'public'::regnamespace and prolang <> (select oid from pg_language where lanname = 'c')",
            "select 'sequence ' || sequencename || ' ' || coalesce(last_value, 0) from pg_sequences where schemaname = 'public'",
            "select 'migration ' || version || ' ' || checksum from flyway_schema_history");

    private Contents() {
    }

    /** Sorted lines; the rows of a table are one line, their generated columns included. */
    static List<String> of(Connection connection) throws SQLException {
        connection.createStatement().execute("set timezone = 'UTC'");
        var lines = new ArrayList<String>();
        for (var table : ask(connection, "select table_name from information_schema.tables" + OURS + " and table_type = 'BASE TABLE'")) {
            if (table.equals(FOR_A_WHILE)) {
                continue;
            }
            lines.addAll(ask(connection, "select 'rows of %1$s ' || count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from \"%1$s\" t".formatted(table)));
        }
        for (var question : SHAPE) {
            lines.addAll(ask(connection, question));
        }
        return lines.stream().sorted().toList();
    }

    static List<String> ask(Connection connection, String question) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    static String one(Connection connection, String question) throws SQLException {
        return ask(connection, question).get(0);
    }
}
