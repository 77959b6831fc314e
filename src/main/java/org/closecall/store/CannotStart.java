package org.closecall.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The one line that tells an operator why the application did not start and what to do. */
public class CannotStart extends RuntimeException {

    public CannotStart(String message) {
        super(message);
    }

    private CannotStart(String message, Throwable cause) {
        super(message, cause);
    }

    static CannotStart because(Path path, IOException failure) {
        return new CannotStart("cannot use " + path + ": " + reason(failure), failure);
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        } else if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " is missing";
        } else if (failure instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is not a folder";
        } else if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getFile() + ": " + system.getReason();
        } else {
            return failure.getMessage();
        }
    }
}
