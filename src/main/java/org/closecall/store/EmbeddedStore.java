package org.closecall.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.jboss.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/** Our own PostgreSQL in the data folder: durable, on the loopback only, behind a password. */
public final class EmbeddedStore implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedStore.class);
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path directory;
    private final ServerLog log;
    private final PostgresProgram program;
    private int port;

    public EmbeddedStore(DataFolder folder, PostgresProgram program) {
        this.directory = folder.path().resolve("postgresql");
        this.log = new ServerLog(directory);
        this.program = program;
    }

    public EmbeddedStore start() {
        try {
            Cluster.prepare(directory, program);
            Leftover.clear(directory, this::close);
            launch();
            requireDurability();
            return this;
        } catch (IOException failure) {
            throw CannotStart.because(directory, failure);
        }
    }

    public String jdbcUrl() {
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

    @Override
    public void close() {
        if (Files.exists(directory.resolve("postmaster.pid"))) {
            program.run("", "pg_ctl", "stop", "-D", directory.toString(), "-m", "fast", "-w", "-t", "60");
        }
    }

    /** After a kill the old server's processes may need a moment to let go of the folder. */
    private void launch() throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!launched()) {
            if (System.nanoTime() > end) {
                throw new CannotStart("PostgreSQL did not start: " + log.complaint());
            }
            pause();
        }
        LOG.infof("PostgreSQL runs in %s on port %d", directory, port);
    }

    private boolean launched() throws IOException {
        port = freePort();
        return !program.run("", "pg_ctl", "start", "-D", directory.toString(), "-l", log.begin().toString(),
                "-w", "-t", "600", "-o", settings()).failed();
    }

    /** On the command line, where nothing in postgresql.conf can override them. */
    private String settings() {
        var settings = new StringBuilder("-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");
        DURABLE.forEach(name -> settings.append(" -c ").append(name).append("=on"));
        return settings.append(" -c timezone=UTC -c log_timezone=UTC").append(ServerLog.settings()).toString();
    }

    private void requireDurability() {
        try (var connection = source().getConnection(); var statement = connection.createStatement()) {
            for (var name : DURABLE) {
                var row = statement.executeQuery("show " + name);
                row.next();
                if (!"on".equals(row.getString(1))) {
                    throw new CannotStart("PostgreSQL runs with " + name + "=" + row.getString(1) + ", which may lose data");
                }
            }
        } catch (SQLException failure) {
            throw new CannotStart("PostgreSQL does not answer: " + failure.getMessage().lines().findFirst().orElse(""));
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

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while PostgreSQL was starting");
        }
    }
}
