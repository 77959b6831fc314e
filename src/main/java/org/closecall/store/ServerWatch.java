package org.closecall.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

/**
 * Looks twice a second whether the server is still there, and brings it back where it isn't. Now and then it knocks: a
 * PostgreSQL 18 whose recovery was killed lives on, says "in recovery" to everybody, and never recovers.
 */
final class ServerWatch implements AutoCloseable {

    interface Server {
        void launch() throws IOException;

        /** Whether it answers that it is recovering. */
        boolean recovering();
    }

    private static final Logger LOG = Logger.getLogger(ServerWatch.class);
    private static final long EVERY_MILLIS = 500;
    private static final long LONGEST_SECONDS = 30;
    /** Looks between two knocks. */
    private static final int KNOCKING = 10;
    private static final int TOO_OFTEN = 2;
    private static final Path PROCESSES = Path.of("/proc");

    private final Path directory;
    private final Server server;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "postgresql-watch");
        thread.setDaemon(true);
        return thread;
    });
    private ProcessHandle process;
    private int looks;
    private int stuck;

    ServerWatch(Path directory, Server server) {
        this.directory = directory;
        this.server = server;
        this.process = find();
        clock.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (process == null || !alive(process)) {
                LOG.warnf("PostgreSQL in %s has ended and is started again", directory);
                begin();
            } else if (++looks % KNOCKING == 0) {
                knock();
            }
        } catch (IOException | RuntimeException failure) {
            LOG.errorf("PostgreSQL in %s cannot be started again, which will be tried on: %s", directory, failure.getMessage());
        }
    }

    private void begin() throws IOException {
        server.launch();
        process = find();
        stuck = 0;
    }

    private void knock() throws IOException {
        stuck = server.recovering() && !recovers() ? stuck + 1 : 0;
        if (stuck > TOO_OFTEN) {
            LOG.warnf("PostgreSQL in %s recovers no more and is started again", directory);
            Stream.concat(process.descendants(), Stream.of(process)).toList().forEach(ProcessHandle::destroyForcibly);
            begin();
        }
    }

    /** Recovery is a process of its own, and says so in its title. Where titles cannot be read, it is taken to be there. */
    private boolean recovers() {
        return !Files.isDirectory(PROCESSES) || process.children().anyMatch(child -> {
            try {
                return Files.readString(PROCESSES.resolve(child.pid() + "/cmdline")).contains("startup");
            } catch (IOException gone) {
                return false;
            }
        });
    }

    private ProcessHandle find() {
        try (var lines = Files.lines(directory.resolve("postmaster.pid"))) {
            return lines.findFirst().flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip()))).orElse(null);
        } catch (IOException | NumberFormatException unreadable) {
            return null;
        }
    }

    /** One that has ended and that nobody asked for its result, as in many containers, is still listed but runs nothing. */
    private static boolean alive(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** Waits for a start that goes on: the server it makes must be stopped too. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            clock.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
