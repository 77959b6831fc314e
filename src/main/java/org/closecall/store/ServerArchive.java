package org.closecall.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL server on the class path; a build carries the one of its own platform. */
final class ServerArchive {

    private ServerArchive() {
    }

    /** Unpacked below the folder, once for each version. */
    static Path unpackedIn(Path folder) throws IOException {
        var home = folder.resolve(fingerprint());
        if (!Files.isDirectory(home)) {
            deleteTree(folder);
            var fresh = home.resolveSibling("unpacking");
            Files.createDirectories(fresh, PrivateFile.OWNER_ONLY_FOLDER);
            unpack(fresh);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return home;
    }

    static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static String fingerprint() throws IOException {
        try (var stream = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void unpack(Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(open()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(InputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            path.toFile().setExecutable((entry.getMode() & 0100) != 0);
        }
    }

    private static InputStream open() {
        var name = "/postgres-%s-%s.txz".formatted(system(), processor());
        var stream = ServerArchive.class.getResourceAsStream(name);
        if (stream == null) {
            throw new CannotStart("this build carries no PostgreSQL for " + system() + " on " + processor()
                    + ": set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL of your own");
        }
        return stream;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.replace(' ', '_');
    }

    private static String processor() {
        var name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }
}
