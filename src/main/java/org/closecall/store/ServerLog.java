package org.closecall.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** Where PostgreSQL writes: one file while it starts, then a week of days beside its data. */
final class ServerLog {

    private final Path atStart;
    private final Path afterwards;

    ServerLog(Path directory) {
        atStart = directory.resolveSibling("postgresql.log");
        afterwards = directory.resolve("log");
    }

    Path begin() throws IOException {
        Files.deleteIfExists(atStart);
        return atStart;
    }

    static String settings() {
        return " -c logging_collector=on -c log_directory=log -c log_filename=postgresql-%a.log"
                + " -c log_rotation_age=1d -c log_rotation_size=0 -c log_truncate_on_rotation=on";
    }

    String complaint() throws IOException {
        return Stream.of(atStart, newest()).filter(Objects::nonNull).filter(Files::exists)
                .map(ServerLog::complaint).filter(Objects::nonNull).findFirst()
                .orElse("it gave no reason") + " (see " + atStart + " and " + afterwards + ")";
    }

    /** The last line of its kind in which PostgreSQL or one of its tools says what is wrong. */
    static String complaint(String output, String mark) {
        return output.lines().filter(line -> line.contains(mark))
                .map(line -> line.substring(line.indexOf(mark) + mark.length()))
                .reduce((earlier, later) -> later).orElse(null);
    }

    private Path newest() throws IOException {
        if (Files.notExists(afterwards)) {
            return null;
        }
        try (var files = Files.list(afterwards)) {
            return files.max(Comparator.comparing(file -> file.toFile().lastModified())).orElse(null);
        }
    }

    private static String complaint(Path file) {
        try {
            return complaint(Files.readString(file), "FATAL:  ");
        } catch (IOException unreadable) {
            return null;
        }
    }
}
