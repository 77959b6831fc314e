package org.closecall.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A file that was sent, judged. problem says why it may not be kept, or is null; name is shown either way. */
record Upload(String name, Supplier<byte[]> content, long size, String sha256, FileKind kind, String problem) {

    static final long LARGEST = 10L * 1024 * 1024;
    static final String DAMAGED = "cannot be read: it seems to be damaged";
    private static final int LONGEST_SHOWN = 80;

    static Upload of(FileUpload file) {
        return of(file.fileName(), file.size(), () -> read(file.uploadedFile()));
    }

    static Upload of(String name, byte[] content) {
        return of(name, content.length, () -> content);
    }

    private static Upload of(String name, long size, Supplier<byte[]> source) {
        if (size == 0) {
            return refused(name, size, "is empty");
        }
        if (size > LARGEST) {
            return refused(name, size, "has more than 10 MB");
        }
        var content = source.get();
        var kind = FileKind.of(content);
        if (kind == null) {
            return refused(name, size, FileKind.page(content) ? "is a page or a drawing that may carry scripts: attach a picture or a PDF of it"
                    : "is neither a picture (PNG, JPEG, GIF, WebP) nor a PDF nor plain text in UTF-8, whatever its name says");
        }
        return new Upload(FileName.tidy(name, kind), source, size, digest(content), kind, null);
    }

    boolean good() {
        return problem == null;
    }

    /** The same, refused when it is a picture that was cut off or has come to harm. */
    Upload intact() {
        return good() && !Intact.is(bytes(), kind) ? refused(DAMAGED) : this;
    }

    byte[] bytes() {
        return content.get();
    }

    Upload refused(String because) {
        return new Upload(name, content, size, sha256, kind, because);
    }

    private static Upload refused(String given, long size, String problem) {
        var name = given == null ? "" : given.replaceAll("\\p{C}", "");
        return new Upload(Typed.shortened(name, LONGEST_SHOWN), null, size, "", null, problem);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
