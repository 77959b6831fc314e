package org.closecall.store.backup;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.closecall.store.CannotStart;
import org.closecall.store.DataFolder;

/** bin/backup: everything in one file, while Closecall runs or is stopped. */
public final class BackupCommand {

    private static final String PIPE = "-";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);
    private static final String USAGE = """
            Usage: bin/backup [FILE | FOLDER | -]

            Writes everything Closecall has into one zip, as of one moment, while it runs or is stopped: records, people,
            attachments, and the session key of the data folder. It is as secret as the database itself.
            Without a name, or in a folder, the file is called closecall- and the time; - writes to standard output.
            With QUARKUS_DATASOURCE_JDBC_URL it is that database, otherwise the one in the data folder (CLOSECALL_DATA).""";

    private BackupCommand() {
    }

    /** Returns the exit code. */
    public static int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            System.out.println(USAGE);
            return 0;
        }
        if (arguments.size() > 1 || arguments.stream().anyMatch(argument -> argument.startsWith("-") && !PIPE.equals(argument))) {
            System.err.println(USAGE);
            return 2;
        }
        try (var store = Opened.toRead()) {
            var name = arguments.isEmpty() ? "" : arguments.get(0);
            var told = PIPE.equals(name) ? write(store, output()) : write(store, file(name));
            System.err.printf(Locale.ROOT, "%,d rows of %d tables (schema %s) of %s%s%n", told.rows(), told.tables(), told.version(), store.place(), key());
            return 0;
        } catch (CannotStart | Unusable reason) {
            return refuse(reason.getMessage());
        } catch (IOException | SQLException failure) {
            return refuse(failure.toString().lines().findFirst().orElse(""));
        }
    }

    /** System.out would keep it to itself that a disk is full or a pipe broken. */
    private static OutputStream output() {
        return new FileOutputStream(FileDescriptor.out);
    }

    private static String key() {
        return Opened.keyIsGiven() ? "; the session key comes from the settings and is not in it" : "";
    }

    private static int refuse(String why) {
        System.err.println("No backup was made: " + why);
        return 1;
    }

    private static Path file(String given) throws IOException {
        var path = Path.of(given).toAbsolutePath().normalize();
        var file = Files.isDirectory(path) ? path.resolve("closecall-" + LocalDateTime.now().format(STAMP) + ".zip") : path;
        if (Files.exists(file)) {
            throw new Unusable(file + " is there already");
        }
        return file;
    }

    private static Backup.Told write(Opened store, Path file) throws IOException, SQLException {
        var told = whole(file, out -> write(store, out));
        System.out.println(file);
        return told;
    }

    interface Writing {
        Backup.Told to(OutputStream out) throws IOException, SQLException;
    }

    /** Under its name only when it is whole and on the disk; only the owner may read it. What another process is writing is left alone. */
    static Backup.Told whole(Path file, Writing writing) throws IOException, SQLException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try (var channel = open(part)) {
            try {
                var told = writing.to(Channels.newOutputStream(channel));
                channel.force(true);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                return told;
            } catch (IOException | SQLException | RuntimeException failure) {
                Files.deleteIfExists(part);
                throw failure;
            }
        }
    }

    private static FileChannel open(Path part) throws IOException {
        var folder = part.getParent();
        if (!Files.isDirectory(folder)) {
            throw new Unusable("there is no folder " + folder);
        }
        try {
            return FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), DataFolder.OWNER_ONLY);
        } catch (FileAlreadyExistsException other) {
            throw new Unusable(part + " is there already: another backup is writing it, or one was cut off; then delete it");
        } catch (AccessDeniedException refused) {
            throw new Unusable("nothing may be written in the folder " + folder);
        }
    }

    private static Backup.Told write(Opened store, OutputStream out) throws IOException, SQLException {
        try (var connection = store.connect()) {
            return Backup.write(connection, Opened.sessionKey(), Instant.now().truncatedTo(ChronoUnit.SECONDS), out);
        }
    }
}
