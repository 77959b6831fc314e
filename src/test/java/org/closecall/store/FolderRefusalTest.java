package org.closecall.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FolderRefusalTest {

    @TempDir
    Path temporary;

    @Test
    void another_major_version_is_left_as_it_is() throws IOException {
        var directory = Files.createDirectories(temporary.resolve("postgresql"));
        Files.writeString(directory.resolve("PG_VERSION"), "15\n");
        assertRefused("was made by PostgreSQL 15");
        try (var files = Files.list(directory)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void somebody_elses_files_are_left_as_they_are() throws IOException {
        var directory = Files.createDirectories(temporary.resolve("postgresql"));
        Files.writeString(directory.resolve("letter.txt"), "dear");
        assertRefused("neither empty nor a PostgreSQL data directory");
        assertEquals("dear", Files.readString(directory.resolve("letter.txt")));
    }

    @Test
    void a_first_start_that_was_cut_short_begins_again() throws IOException {
        Files.writeString(Files.createDirectories(temporary.resolve("postgresql.new-1/base")).resolve("half"), "half");
        Files.createDirectory(temporary.resolve("postgresql"));
        try (var folder = DataFolder.open(temporary); var store = new EmbeddedStore(folder, StoreProcess.program()).start()) {
            assertTrue(store.jdbcUrl().startsWith("jdbc:postgresql://127.0.0.1:"));
            assertFalse(Files.exists(temporary.resolve("postgresql.new-1")));
        }
    }

    @Test
    void a_file_in_place_of_the_folder_is_named() throws IOException {
        var file = Files.writeString(temporary.resolve("data"), "");
        var reason = assertThrows(CannotStart.class, () -> DataFolder.open(file));
        assertTrue(reason.getMessage().contains(file + " is not a folder"), reason.getMessage());
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() {
        var reason = assertThrows(CannotStart.class, () -> DataFolder.open(Path.of("/proc/closecall")));
        assertTrue(reason.getMessage().startsWith("cannot use /proc/closecall: "), reason.getMessage());
    }

    @Test
    void secrets_are_kept_and_only_the_owner_reads_them() throws IOException {
        try (var folder = DataFolder.open(temporary.resolve("data"))) {
            assertEquals(folder.secret("one"), folder.secret("one"));
            assertNotEquals(folder.secret("one"), folder.secret("other"));
            assertEquals("rw-------", permissions(folder.path().resolve("one")));
            assertEquals("rwx------", permissions(folder.path()));
        }
    }

    private void assertRefused(String why) {
        try (var folder = DataFolder.open(temporary)) {
            var reason = assertThrows(CannotStart.class, () -> new EmbeddedStore(folder, StoreProcess.program()).start());
            assertTrue(reason.getMessage().contains(why), reason.getMessage());
            assertEquals(1, reason.getMessage().lines().count());
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
