package org.closecall.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/** Our own PostgreSQL in the data folder: durable, on the loopback only, behind a password. */
public final class EmbeddedStore implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedStore.class);
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final String CANNOT_CONNECT_NOW = "57P03";
    /** So long may a stop take that writes everything out; one that nobody uses any more has less to write. */
    private static final int STOP_SECONDS = 60;
    private static final int LEFTOVER_SECONDS = 20;
    private static final int PORT_LINE = 3;
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path directory;
    private final ServerLog log;
    private final PostgresProgram program;
    private int port;
    private ServerWatch watch;

    public EmbeddedStore(DataFolder folder, PostgresProgram program) {
        this.directory = folder.path().resolve("postgresql");
        this.log = new ServerLog(directory);
        this.program = program;
    }

    public EmbeddedStore start() {
        try {
            Cluster.prepare(directory, program);
            Leftover.clear(directory, () -> stop(LEFTOVER_SECONDS));
            launch(true);
            requireDurability();
            return this;
        } catch (IOException failure) {
            throw CannotStart.because(directory, failure);
        }
    }

    public String jdbcUrl() {
        return url(port);
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.NAME;
    }

    public String user() {
        return Cluster.NAME;
    }

    public String password() {
        try {
            return Cluster.password(directory);
        } catch (IOException failure) {
            throw CannotStart.because(directory, failure);
        }
    }

    /** Whoever kills the server, the kernel short of memory above all: it is started again, where it was. */
    public EmbeddedStore watched() {
        watch = new ServerWatch(directory, new ServerWatch.Server() {
            @Override
            public void launch() throws IOException {
                // another program may have the dead one's process id by now
                Leftover.clear(directory, () -> stop(LEFTOVER_SECONDS));
                EmbeddedStore.this.launch(false);
                requireDurability();
            }

            @Override
            public boolean recovering() {
                return EmbeddedStore.this.recovering();
            }
        });
        return this;
    }

    /** One that somebody has asked to stop refuses everybody by the same state: it waits for those who are in, and is left to. */
    boolean recovering() {
        try (var connection = source().getConnection()) {
            return false;
        } catch (SQLException failure) {
            return CANNOT_CONNECT_NOW.equals(failure.getSQLState()) && !Database.reason(failure).contains("shutting down");
        }
    }

    public Database database() {
        return new Database(jdbcUrl(), user(), password());
    }

    /** The one that another process of ours runs in that folder; empty while none can be found there. */
    public static Optional<Database> running(Path folder) {
        var directory = folder.resolve("postgresql");
        try {
            var port = Files.readAllLines(directory.resolve("postmaster.pid")).get(PORT_LINE).strip();
            return Optional.of(new Database(url(Integer.parseInt(port)), Cluster.NAME, Cluster.password(directory)));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        stop(STOP_SECONDS);
        Leftover.end(directory);
    }

    private void stop(int seconds) {
        // whatever the file names would be sent a signal
        if (Files.exists(directory.resolve("postmaster.pid")) && !Leftover.misleading(directory)) {
            program.run("", "pg_ctl", "stop", "-D", directory.toString(), "-m", "fast", "-w", "-t", String.valueOf(seconds));
        }
    }

    /** After a kill the old server's processes may need a moment to let go of the folder. */
    private void launch(boolean anywhere) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!launched(anywhere ? freePort() : port)) {
            if (System.nanoTime() > end) {
                throw new CannotStart("PostgreSQL did not start: " + log.complaint());
            }
            pause();
        }
        LOG.infof("PostgreSQL runs in %s on port %d", directory, port);
    }

    private boolean launched(int where) throws IOException {
        port = where;
        return !program.run("", "pg_ctl", "start", "-D", directory.toString(), "-l", log.begin().toString(),
                "-w", "-t", "600", "-o", settings()).failed();
    }

    /** On the command line, where nothing in postgresql.conf can override them. */
    private String settings() {
        var settings = new StringBuilder("-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");
        DURABLE.forEach(name -> settings.append(" -c ").append(name).append("=on"));
        return settings.append(" -c timezone=UTC -c log_timezone=UTC").append(ServerLog.settings()).toString();
    }

    /** A server that loses a process just now comes back by itself. */
    private void requireDurability() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var failure = undurable(); failure != null; failure = undurable()) {
            if (System.nanoTime() > end) {
                throw new CannotStart("PostgreSQL does not answer: " + Database.reason(failure));
            }
            pause();
        }
    }

    /** Null when it answers. */
    private SQLException undurable() {
        try (var connection = source().getConnection(); var statement = connection.createStatement()) {
            for (var name : DURABLE) {
                var row = statement.executeQuery("show " + name);
                row.next();
                if (!"on".equals(row.getString(1))) {
                    throw new CannotStart("PostgreSQL runs with " + name + "=" + row.getString(1) + ", which may lose data");
                }
            }
            return null;
        } catch (SQLException failure) {
            return failure;
        }
    }

    private PGSimpleDataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser(user());
        source.setPassword(password());
        return source;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while waiting for PostgreSQL");
        }
    }
}
