package org.closecall.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.closecall.store.Schema;
import org.postgresql.PGConnection;

/**
 * A backup written back in one transaction: the schema as it was then, every row, read again and compared, and then
 * brought up to date. Whatever goes wrong on the way, the database stays as it was.
 */
public final class Restore {

    private static final String REFERENCES = """
            select format('alter table %%s %s constraint %%I%s', conrelid::regclass, conname%s) from pg_constraint
            where contype = 'f' and connamespace = current_schema()::regnamespace order by conname""";
    private static final String LET_GO = REFERENCES.formatted("drop", "", "");
    private static final String TRIGGERED = """
            select distinct tgrelid::regclass::text from pg_trigger join pg_class c on c.oid = tgrelid
            where not tgisinternal and c.relnamespace = current_schema()::regnamespace order by 1""";
    private static final String TAKEN_UP = REFERENCES.formatted("add", " %s", ", pg_get_constraintdef(oid)");

    /** What was done. sessionKey is null where the backup has none; leftOut are tables that no Closecall made. */
    public record Told(Instant made, String version, String upgraded, int tables, long rows, String sessionKey, List<String> leftOut) {
    }

    private final Store store;
    private final Reading backup;
    private final Map<String, String> sums = new HashMap<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private long rows;

    private Restore(Store store, Reading backup) {
        this.store = store;
        this.backup = backup;
    }

    /** replace: also where somebody has set Closecall up already. */
    public static Told into(Connection connection, boolean replace, InputStream in) throws SQLException, IOException {
        return into(connection, replace, in, false);
    }

    /** asItWas: leaves the schema of the backup, as an older Closecall would have. */
    static Told into(Connection connection, boolean replace, InputStream in, boolean asItWas) throws SQLException, IOException {
        var restore = new Restore(new Store(connection).spelling(), new Reading(in));
        try {
            restore.make(replace);
            restore.load();
            restore.compare();
            var upgraded = asItWas ? restore.backup.heading().version() : restore.upgrade();
            connection.commit();
            return restore.told(upgraded);
        } catch (SQLException | IOException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        }
    }

    /** Reads it through and adds it up, without any database. */
    public static Told check(InputStream in) throws IOException, SQLException {
        var check = new Restore(null, new Reading(in));
        for (var table : check.backup.heading().tables()) {
            check.sums.put(table.name(), check.count(check.backup.rows(table, row -> { })));
        }
        check.complete();
        return check.told(check.backup.heading().version());
    }

    /** The schema as it was when the backup was made, and nothing in it. */
    private void make(boolean replace) throws SQLException {
        if (store.inUse() && !replace) {
            throw new Unusable("there is a Closecall with data in this database: nothing was changed; with --replace it is overwritten");
        } else if (!store.empty() && store.history().isEmpty()) {
            throw new Unusable("this database holds tables of something else: nothing was changed");
        }
        var schema = Schema.of(new OneConnection(store.connection()));
        if (schema.newest().compareTo(backup.heading().version()) < 0) {
            throw new Unusable("this backup was made by a newer Closecall (schema " + backup.heading().version() + ", this one knows " + schema.newest() + "): nothing was changed");
        }
        if (!store.empty()) {
            clear(schema);
        }
        schema.upgradeTo(backup.heading().version());
        var strange = new HashSet<>(backup.heading().history());
        store.history().forEach(strange::remove);
        if (!strange.isEmpty() || store.history().size() != backup.heading().history().size()) {
            throw new Unusable("this backup was made by a Closecall with other migrations (" + String.join(", ", strange) + "): nothing was changed");
        }
    }

    /** Takes everything out, and looks whether the migrations make all of it again: what they do not make is somebody else's. */
    private void clear(Schema schema) throws SQLException {
        var strange = store.objects();
        var version = schema.version();
        schema.clear();
        // what a newer Closecall has made nobody here knows
        if (version.compareTo(schema.newest()) <= 0) {
            schema.upgradeTo(version);
            strange.removeAll(store.objects());
            if (!strange.isEmpty()) {
                throw new Unusable("this database also holds what no Closecall made (" + String.join(", ", strange) + "): nothing was changed; move that elsewhere, for instance into a schema of its own, or drop it");
            }
            if (version.compareTo(backup.heading().version()) > 0) {
                schema.clear();
            }
        }
    }

    private void load() throws SQLException, IOException {
        var there = new HashMap<String, Table>();
        Table.all(store.connection()).forEach(table -> there.put(table.name(), table));
        var references = store.list(TAKEN_UP);
        for (var reference : store.list(LET_GO)) {
            store.execute(reference);
        }
        // what they would write is in the backup, or was for a moment long past
        triggers("disable");
        store.execute("truncate " + Names.quoted(there.values()));
        for (var table : backup.heading().tables()) {
            if (there.containsKey(table.name())) {
                load(table);
            } else {
                leftOut.add(table.name());
                backup.rows(table, row -> { });
            }
        }
        complete();
        for (var reference : references) {
            store.execute(reference);
        }
        triggers("enable");
    }

    private void triggers(String what) throws SQLException {
        for (var table : store.list(TRIGGERED)) {
            store.execute("alter table " + table + " " + what + " trigger user");
        }
    }

    private void load(Table table) throws SQLException, IOException {
        var copy = store.connection().unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table.spelt() + " from stdin");
        try {
            sums.put(table.name(), count(backup.rows(table, row -> copy.writeToCopy(row, 0, row.length))));
            copy.endCopy();
        } finally {
            // a connection that still expects rows would wait for them for ever
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        tables.add(table);
    }

    /** The file holds what was written into it, and the numbers go on where they were. */
    private void complete() throws IOException, SQLException {
        var expected = backup.sums();
        for (var table : sums.entrySet()) {
            if (!table.getValue().equals(expected.get(table.getKey()))) {
                throw new Unusable("the rows of " + table.getKey() + " in this backup are not those that were written into it: nothing was changed");
            }
        }
        if (store != null) {
            for (var name : store.sequences().keySet()) {
                var state = expected.get(Backup.SEQUENCE + name);
                if (state != null) {
                    store.list("select setval('" + Names.quoted(name) + "', " + state.replace(" ", ", ") + ")");
                }
            }
        }
    }

    private void compare() throws SQLException {
        for (var table : tables) {
            if (!table.sum(store.connection()).toString().equals(sums.get(table.name()))) {
                throw new Unusable("the rows of " + table.name() + " do not come back as they were written: nothing was changed");
            }
        }
    }

    private String upgrade() {
        var schema = Schema.of(new OneConnection(store.connection()));
        schema.upgrade();
        return schema.version();
    }

    private String count(RowSum sum) {
        rows += sum.rows();
        return sum.toString();
    }

    private Told told(String upgraded) {
        var heading = backup.heading();
        return new Told(heading.made(), heading.version(), upgraded, sums.size(), rows, backup.sessionKey(), leftOut);
    }
}
