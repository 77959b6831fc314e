package org.closecall.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everything an instance keeps: database, keys, its own address. One process at a time holds it. */
public final class DataFolder implements AutoCloseable {

    public static final String SESSION_KEY = "session-key";
    public static final FileAttribute<?> OWNER_ONLY = PrivateFile.OWNER_ONLY;

    /** A lock nobody refers to is garbage, and the collector would let go of it. */
    private static final Set<DataFolder> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
        HELD.add(this);
    }

    public static DataFolder open(Path given) {
        var path = given.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, PrivateFile.OWNER_ONLY_FOLDER);
            }
            return new DataFolder(path, lock(path));
        } catch (IOException failure) {
            throw CannotStart.because(path, failure);
        }
    }

    public Path path() {
        return path;
    }

    /** The secret of this name, made when first asked for. */
    public String secret(String name) {
        var file = path.resolve(name);
        try {
            if (Files.notExists(file)) {
                PrivateFile.write(file, PrivateFile.randomSecret());
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw CannotStart.because(path, failure);
        }
    }

    /** In place of the one of this name that may be there. */
    public void keep(String name, String secret) {
        try {
            PrivateFile.write(path.resolve(name), secret);
        } catch (IOException failure) {
            throw CannotStart.because(path, failure);
        }
    }

    @Override
    public void close() {
        HELD.remove(this);
        try {
            lock.acquiredBy().close();
        } catch (IOException ignored) {
            // the system lets go of the lock when the process ends
        }
    }

    private static FileLock lock(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PrivateFile.OWNER_ONLY);
        var lock = tryLock(channel);
        if (lock == null) {
            var address = RunningInstance.on(path).map(instance -> " (" + instance.url() + ")").orElse("");
            throw new CannotStart("another Closecall" + address + " is using " + path
                    + ": stop it, or set CLOSECALL_DATA to another folder");
        }
        return lock;
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
