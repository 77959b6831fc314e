package org.closecall.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.closecall.store.CannotStart;
import org.closecall.store.Database;

/** bin/restore: what bin/backup wrote, into an empty store or in place of what is there. */
public final class RestoreCommand {

    private static final String PIPE = "-";
    private static final String REPLACE = "--replace";
    private static final String CHECK = "--check";
    private static final String USAGE = """
            Usage: bin/restore FILE [--replace]
                   bin/restore FILE --check

            Writes a backup back, all of it or nothing, into the data folder (CLOSECALL_DATA) or the database that
            QUARKUS_DATASOURCE_JDBC_URL names; a FILE of - is standard input. Closecall must be stopped. A backup of an older
            version is brought up to date. Where there is data already, --replace overwrites it.
            --check reads the file through and says whether it is whole, and touches nothing.""";

    private RestoreCommand() {
    }

    /** Returns the exit code. */
    public static int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            System.out.println(USAGE);
            return 0;
        }
        var files = arguments.stream().filter(argument -> !List.of(REPLACE, CHECK).contains(argument)).toList();
        if (files.size() != 1 || files.get(0).startsWith("-") && !PIPE.equals(files.get(0))) {
            System.err.println(USAGE);
            return 2;
        }
        try (var in = open(files.get(0))) {
            if (arguments.contains(CHECK)) {
                tell("Whole: ", "added up", Restore.check(in));
                return 0;
            }
            return restore(in, arguments.contains(REPLACE));
        } catch (CannotStart | Unusable reason) {
            return refuse(reason.getMessage());
        } catch (IOException | SQLException failure) {
            return refuse(failure.toString().lines().findFirst().orElse("") + ": nothing was changed");
        }
    }

    private static InputStream open(String name) throws IOException {
        if (PIPE.equals(name)) {
            return System.in;
        } else if (!Files.isReadable(Path.of(name)) || Files.isDirectory(Path.of(name))) {
            throw new Unusable("there is no readable file " + name);
        }
        return Files.newInputStream(Path.of(name));
    }

    private static int restore(InputStream in, boolean replace) throws IOException, SQLException {
        try (var store = Opened.toWrite(); var connection = store.connect()) {
            refuseCompany(new Store(connection));
            return restored(Restore.into(connection, replace, in), store.place(), Opened.keyIsGiven() ? null : store::keepSessionKey);
        }
    }

    /** The rows are there for good by now, whatever becomes of the key. keeping: null where the settings have one. */
    static int restored(Restore.Told told, String place, Consumer<String> keeping) {
        tell("Restored into " + place + ": ", "read again and compared", told);
        if (told.sessionKey() != null && keeping == null) {
            System.out.println("The session key of the settings was kept. The backup has one of its own: with another key everybody signs in again, and trackers need their tokens anew.");
        } else if (told.sessionKey() != null) {
            try {
                keeping.accept(told.sessionKey());
            } catch (CannotStart reason) {
                System.err.println("All rows are restored, but the backup's session key is not kept: " + reason.getMessage() + ". Mend that and restore once more with --replace; without the key everybody signs in again, and trackers need their tokens anew.");
                return 1;
            }
        }
        return 0;
    }

    /** The embedded one lets nobody in while its folder is ours. */
    private static void refuseCompany(Store store) throws SQLException {
        var others = Database.external() ? store.othersConnected() : 0;
        if (others > 0) {
            throw new Unusable(others + " other connections use this database: stop Closecall, and whatever else uses it, first");
        }
    }

    private static void tell(String begin, String proved, Restore.Told told) {
        System.out.printf(Locale.ROOT, "%s%,d rows of %d tables as of %s, each %s; schema %s%s%n", begin, told.rows(), told.tables(), told.made(), proved, told.version(),
                told.version().equals(told.upgraded()) ? "" : ", brought up to " + told.upgraded());
        if (!told.leftOut().isEmpty()) {
            System.out.println("Left out, because no Closecall made them: " + String.join(", ", told.leftOut()));
        }
    }

    private static int refuse(String why) {
        System.err.println("Not restored: " + why);
        return 1;
    }
}
