package org.closecall.exchange;

import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings a file in as the command does, for tests of other packages. */
public final class Importing {

    private Importing() {
    }

    public static void file(Path file) {
        try {
            Arc.container().instance(ImportJobs.class).get().atOnce(file.getFileName().toString(), Files.readAllBytes(file), false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
