package org.closecall.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Properties;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Where the instance on a data folder answers, and the token by which local commands prove they may read that folder. */
public record RunningInstance(String url, String token, long pid) {

    private static final String FILE = "instance";
    /** Of this process, over live reloads. */
    private static final String ANNOUNCED = "closecall.announced";

    public static RunningInstance at(String url) {
        return new RunningInstance(url, PrivateFile.randomSecret(), ProcessHandle.current().pid());
    }

    /** Empty when no instance runs there, also when one was killed and left its file behind. It may still end before it answers. */
    public static Optional<RunningInstance> on(Path folder) {
        var lines = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve(FILE))) {
            lines.load(reader);
            return Optional.of(of(lines)).filter(RunningInstance::alive);
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    public static void forget(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException ignored) {
            // a stale file is recognised by its process id
        }
    }

    public void announce(Path folder) {
        try {
            System.setProperty(ANNOUNCED, "true");
            PrivateFile.write(folder.resolve(FILE), "url=%s%ntoken=%s%npid=%d%n".formatted(url, token, pid));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public boolean accepts(String offered) {
        return offered != null && MessageDigest.isEqual(token.getBytes(UTF_8), offered.getBytes(UTF_8));
    }

    /** As a header of a request says it. */
    public boolean authorizes(String header) {
        return header != null && header.startsWith("Bearer ") && accepts(header.substring("Bearer ".length()));
    }

    private static RunningInstance of(Properties lines) {
        return new RunningInstance(lines.getProperty("url"), lines.getProperty("token"),
                Long.parseLong(lines.getProperty("pid")));
    }

    /** In a container every process is the first: one that was killed is not back because a command has its number. */
    private boolean alive() {
        return pid == ProcessHandle.current().pid() ? Boolean.getBoolean(ANNOUNCED) : ProcessHandle.of(pid).isPresent();
    }
}
