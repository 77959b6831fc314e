package org.closecall.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A file that was sent, judged. problem says why it may not be kept, or is null; name is shown either way. */
record Upload(String name, Path content, long size, String sha256, FileKind kind, String problem) {

    static final long LARGEST = 10L * 1024 * 1024;
    private static final int LONGEST_SHOWN = 80;

    static Upload of(FileUpload file) {
        if (file.size() == 0) {
            return refused(file, "is empty");
        }
        if (file.size() > LARGEST) {
            return refused(file, "has more than 10 MB");
        }
        try {
            var content = Files.readAllBytes(file.uploadedFile());
            var kind = FileKind.of(content);
            if (kind == null) {
                return refused(file, FileKind.page(content) ? "is a page or a drawing that may carry scripts: attach a picture or a PDF of it"
                        : "is neither a picture (PNG, JPEG, GIF, WebP) nor a PDF nor plain text in UTF-8, whatever its name says");
            }
            return new Upload(FileName.tidy(file.fileName(), kind), file.uploadedFile(), content.length, digest(content), kind, null);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    boolean good() {
        return problem == null;
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(content);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    Upload refused(String because) {
        return new Upload(name, content, size, sha256, kind, because);
    }

    private static Upload refused(FileUpload file, String problem) {
        var name = file.fileName() == null ? "" : file.fileName().replaceAll("\\p{C}", "");
        return new Upload(Typed.shortened(name, LONGEST_SHOWN), null, file.size(), "", null, problem);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
