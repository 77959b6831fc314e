package org.closecall.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a killed instance leaves behind. We hold the folder's lock, so whatever its pid file names belongs to nobody. */
final class Leftover {

    private Leftover() {
    }

    static void clear(Path directory, Runnable stopServer) throws IOException {
        var file = directory.resolve("postmaster.pid");
        if (Files.exists(file)) {
            var process = ProcessHandle.of(pid(file)).filter(handle -> handle.info().command().isPresent());
            if (process.isPresent() && servesFrom(directory, process.get())) {
                stopServer.run();
            } else if (process.isPresent()) {
                // another program has that id by now and PostgreSQL would take it for a running server
                Files.deleteIfExists(file);
            }
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
