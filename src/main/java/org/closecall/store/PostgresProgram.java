package org.closecall.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.sun.security.auth.module.UnixSystem;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The unpacked PostgreSQL: initdb, pg_ctl and postgres, run as they need to be run. */
public final class PostgresProgram {

    /** PostgreSQL refuses to be root; in a user namespace of its own it is not, and root's files stay its own. */
    private static final List<String> STEP_DOWN = List.of("unshare", "-U");

    record Result(int code, String output) {

        boolean failed() {
            return code != 0;
        }
    }

    private final Path home;
    private final List<String> prefix;

    private PostgresProgram(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    public static PostgresProgram in(Path folder) {
        try {
            return new PostgresProgram(ServerArchive.unpackedIn(folder), prefix());
        } catch (IOException failure) {
            throw CannotStart.because(folder, failure);
        }
    }

    Result run(String input, String program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            return execute(command, input);
        } catch (IOException failure) {
            throw new CannotStart("PostgreSQL cannot be run from " + home + " (" + failure.getMessage()
                    + "); does its file system allow programs?");
        }
    }

    private static List<String> prefix() {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        try {
            var probe = new ArrayList<>(STEP_DOWN);
            probe.addAll(List.of("id", "-un"));
            if (!execute(probe, "").failed()) {
                return STEP_DOWN;
            }
        } catch (IOException noUnshare) {
            // same advice as when it is refused
        }
        throw new CannotStart("PostgreSQL refuses to run as root and this system does not let root step down (unshare -U): "
                + "start Closecall as an ordinary user, or set QUARKUS_DATASOURCE_JDBC_URL");
    }

    private static Result execute(List<String> command, String input) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        neutral(builder.environment());
        var process = builder.start();
        feed(process, input);
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            return new Result(process.waitFor(), output);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted"));
        }
    }

    private static void feed(Process process, String input) {
        try (var stream = process.getOutputStream()) {
            stream.write(input.getBytes(UTF_8));
        } catch (IOException ended) {
            // what it says on its way out tells why
        }
    }

    /** The user's own PGPORT, PGDATA and language must not reach our server. */
    private static void neutral(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
    }
}
