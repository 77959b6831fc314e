package org.closecall.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** One PostgreSQL data directory: made whole or not at all, and recognised before anything touches it. */
final class Cluster {

    static final String NAME = "closecall";

    private static final String MAJOR = "18";
    private static final String PASSWORD_FILE = "pgpass";
    private static final String UNFINISHED = "postgresql.new-";

    private Cluster() {
    }

    static void prepare(Path directory, PostgresProgram program) throws IOException {
        if (isEmpty(directory)) {
            create(directory, program);
        } else {
            requireOurMajor(directory);
        }
    }

    /** The file is one that libpq reads too: PGPASSFILE names it for pg_dump and psql. */
    static String password(Path directory) throws IOException {
        var line = Files.readString(directory.resolve(PASSWORD_FILE)).strip();
        return line.substring(line.lastIndexOf(':') + 1);
    }

    private static boolean isEmpty(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return true;
        }
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    private static void requireOurMajor(Path directory) throws IOException {
        var file = directory.resolve("PG_VERSION");
        if (Files.notExists(file)) {
            throw new CannotStart(directory + " is neither empty nor a PostgreSQL data directory; nothing was changed");
        }
        var major = Files.readString(file).strip();
        if (!major.equals(MAJOR)) {
            throw new CannotStart(directory + " was made by PostgreSQL " + major + " and this Closecall runs " + MAJOR
                    + "; nothing was changed, docs/operate.md says how to upgrade");
        }
    }

    /** In a sibling folder first, so that a start cut short leaves nothing half made. */
    private static void create(Path directory, PostgresProgram program) throws IOException {
        sweep(directory.getParent());
        var fresh = Files.createTempDirectory(directory.getParent(), UNFINISHED);
        initialise(fresh, program);
        var password = PrivateFile.randomSecret();
        provision(fresh, password, program);
        PrivateFile.write(fresh.resolve(PASSWORD_FILE), "127.0.0.1:*:*:" + NAME + ":" + password + "\n");
        Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    /** An initdb that was interrupted may still be clearing up after itself. */
    private static void sweep(Path parent) {
        try (var unfinished = Files.newDirectoryStream(parent, UNFINISHED + "*")) {
            for (var folder : unfinished) {
                ServerArchive.deleteTree(folder);
            }
        } catch (IOException | UncheckedIOException busy) {
            // the next folder has another name, so what is left here is in nobody's way
        }
    }

    /** The built-in collation never changes with the system's libraries, so indexes stay valid when a folder moves. */
    private static void initialise(Path directory, PostgresProgram program) {
        var arguments = new ArrayList<>(List.of("-D", directory.toString(), "-U", "postgres",
                "-A", "scram-sha-256", "--pwfile=/dev/stdin", "-E", "UTF8",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        arguments.addAll(localeOfSystem());
        var result = program.run(PrivateFile.randomSecret(), "initdb", arguments.toArray(String[]::new));
        if (result.failed()) {
            throw new CannotStart("PostgreSQL could not set up " + directory + ": " + ServerLog.complaint(result.output()));
        }
    }

    private static List<String> localeOfSystem() {
        var mac = System.getProperty("os.name").startsWith("Mac");
        return mac ? List.of("--locale=C", "--lc-ctype=UTF-8") : List.of("--locale=C.UTF-8");
    }

    /** In single-user mode nobody else can connect before there is a password. */
    private static void provision(Path directory, String password, PostgresProgram program) {
        var statements = "CREATE ROLE %1$s LOGIN PASSWORD '%2$s';\n\nCREATE DATABASE %1$s OWNER %1$s;\n\n".formatted(NAME, password);
        var result = program.run(statements, "postgres", "--single", "-j", "-D", directory.toString(), "postgres");
        if (result.failed() || result.output().contains("ERROR:  ")) {
            throw new CannotStart("PostgreSQL could not make its database: " + ServerLog.complaint(result.output()));
        }
    }
}
