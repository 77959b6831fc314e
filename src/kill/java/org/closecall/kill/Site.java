package org.closecall.kill;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged application on a data folder of its own, and its database: two processes to be killed. */
final class Site {

    static final String ORGANISATION = "Larkspur";
    static final String EMAIL = "kill@example.org";
    static final String PASSWORD = "plum tree engine 7";

    private final Path application;
    private final Path folder;
    private final Path log;
    private final int port;
    private final Map<String, String> settings;
    private volatile Process process;
    private boolean watched;

    Site(Path application, Path work, Map<String, String> settings) {
        this.application = application;
        this.settings = settings;
        this.folder = work.resolve("data");
        this.log = work.resolve("application.log");
        this.port = freePort();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    void start() {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        // what is started two hundred times need not become fast
        command.addAll(List.of(System.getProperty("kill.options", "-Xmx512m -XX:TieredStopAtLevel=1").split(" ")));
        command.addAll(List.of("-jar", application.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(Map.of("QUARKUS_HTTP_PORT", String.valueOf(port), "QUARKUS_HTTP_HOST", "127.0.0.1", "CLOSECALL_DATA", folder.toString()));
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_DATASOURCE_"));
        builder.environment().putAll(settings);
        try {
            Files.createDirectories(log.getParent());
            process = builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As an operator would. Returns the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(90, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    boolean runs() {
        return process.isAlive();
    }

    /** As a service manager would: a start that lost its database has ended with one line. Returns whether that was needed. */
    synchronized boolean keepUp() {
        if (!watched || process.isAlive()) {
            return false;
        }
        start();
        return true;
    }

    synchronized void watch(boolean from) {
        watched = from;
    }

    synchronized void killApplication() throws InterruptedException {
        process.destroyForcibly().waitFor();
        start();
    }

    /** Empty while it is being started. What another program's process has become is left alone. */
    Optional<ProcessHandle> database() {
        try (var lines = Files.lines(folder.resolve("postgresql/postmaster.pid"))) {
            return lines.findFirst().flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(handle -> handle.info().command().orElse("").endsWith("/postgres"));
        } catch (IOException | NumberFormatException | UncheckedIOException notThere) {
            return Optional.empty();
        }
    }

    Connection connect() throws SQLException, IOException {
        var as = asExternal();
        return DriverManager.getConnection(as.get("QUARKUS_DATASOURCE_JDBC_URL"), as.get("QUARKUS_DATASOURCE_USERNAME"), as.get("QUARKUS_DATASOURCE_PASSWORD"));
    }

    /** The settings by which another instance uses this one's database. */
    Map<String, String> asExternal() throws IOException {
        var at = Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(3).strip();
        var pass = Files.readString(folder.resolve("postgresql/pgpass")).strip().split(":");
        return Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + at + "/closecall", "QUARKUS_DATASOURCE_USERNAME", pass[3], "QUARKUS_DATASOURCE_PASSWORD", pass[4]);
    }

    /** Asks it to stop, and waits for nothing. */
    void ask() {
        process.destroy();
    }

    /** Whatever still runs of it. */
    synchronized void end() {
        watched = false;
        if (process != null) {
            process.destroyForcibly();
        }
        database().ifPresent(server -> Stream.concat(server.descendants(), Stream.of(server)).toList().forEach(ProcessHandle::destroyForcibly));
    }

    File log() {
        return log.toFile();
    }

    private static int freePort() {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
