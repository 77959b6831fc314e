package org.closecall.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where PostgreSQL writes: one file while it starts, then a week of days beside its data. */
final class ServerLog {

    private static final Pattern WRONG = Pattern.compile("(?:ERROR|FATAL|PANIC|error): +(.*)");

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
        var said = Files.exists(atStart) ? Files.readString(atStart) : "";
        if (said.contains("redirecting log output")) {
            said = Files.readString(newest());
        }
        return complaint(said) + " (see " + atStart + " and " + afterwards + ")";
    }

    /** The last line in which PostgreSQL or one of its tools says what is wrong. */
    static String complaint(String output) {
        return output.lines().map(WRONG::matcher).filter(Matcher::find).map(found -> found.group(1))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> output.lines().filter(line -> !line.isBlank()).reduce("no reason given", (earlier, later) -> later));
    }

    private Path newest() throws IOException {
        try (var files = Files.list(afterwards)) {
            return files.max(Comparator.comparing(file -> file.toFile().lastModified())).orElse(atStart);
        }
    }
}
