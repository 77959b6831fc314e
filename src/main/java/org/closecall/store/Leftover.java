package org.closecall.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** What a killed instance leaves behind. We hold the folder's lock, so whatever its pid file names belongs to nobody. */
final class Leftover {

    private static final int MOST_TRIES = 100;
    private static final long BETWEEN_TRIES = 100;

    private Leftover() {
    }

    static void clear(Path directory, Runnable stopServer) throws IOException {
        var file = directory.resolve("postmaster.pid");
        if (Files.exists(file)) {
            var process = ProcessHandle.of(pid(file)).filter(handle -> handle.info().command().isPresent());
            if (process.isPresent() && servesFrom(directory, process.get())) {
                stopServer.run();
                end(directory);
            } else if (process.isPresent()) {
                // another program has that id by now and PostgreSQL would take it for a running server
                Files.deleteIfExists(file);
            }
        }
    }

    /**
     * Whatever still serves from there after it was asked to stop. A PostgreSQL 18 that is asked while it recovers may never
     * end; what it has confirmed is on the disk, and the next one reads it.
     */
    static void end(Path directory) {
        try {
            var process = ProcessHandle.of(pid(directory.resolve("postmaster.pid"))).filter(handle -> servesFrom(directory, handle));
            process.ifPresent(server -> Stream.concat(server.descendants(), Stream.of(server)).toList().forEach(ProcessHandle::destroyForcibly));
            for (var tries = 0; process.isPresent() && servesFrom(directory, process.get()); tries++) {
                if (tries == MOST_TRIES) {
                    throw new CannotStart("PostgreSQL in " + directory + " cannot be ended");
                }
                Thread.sleep(BETWEEN_TRIES);
            }
        } catch (IOException gone) {
            // its file goes with it
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether another program has the process id of a server that has ended. */
    static boolean misleading(Path directory) {
        try {
            return ProcessHandle.of(pid(directory.resolve("postmaster.pid"))).flatMap(process -> process.info().command()).filter(command -> !command.endsWith("/postgres")).isPresent();
        } catch (IOException gone) {
            return false;
        }
    }

    private static long pid(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(line -> Long.parseLong(line.strip())).orElse(0L);
        } catch (NumberFormatException garbled) {
            return 0;
        }
    }

    private static boolean servesFrom(Path directory, ProcessHandle process) {
        var arguments = process.info().arguments().orElse(new String[0]);
        return process.info().command().orElse("").endsWith("/postgres")
                && Arrays.asList(arguments).contains(directory.toString());
    }
}
