package org.closecall.attachment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.closecall.people.Person;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files as they were sent, for the record or one entry of its timeline. */
record UploadForm(String key, Long entry, List<Upload> uploads) {

    static UploadForm of(String key, Long entry, List<FileUpload> files) {
        // a field left empty comes as a file without a name, and text in place of a file as one that is nowhere
        var sent = files == null ? List.<FileUpload>of() : files.stream().filter(file -> file.uploadedFile() != null).filter(file -> file.size() > 0 || file.fileName() != null && !file.fileName().isBlank()).toList();
        return new UploadForm(key, entry, sent.stream().map(Upload::of).map(Upload::intact).toList());
    }

    /** The same form with other files is another sending: the files of the first one cannot be filled in again. */
    FormKey.Use use(Person me) {
        return FormKey.use(once(), stamp(), me);
    }

    String once() {
        return key == null || key.isEmpty() ? null : UUID.nameUUIDFromBytes((key + stamp()).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What makes two sendings the same. */
    record Stamp(Long entry, String files) {
    }

    Stamp stamp() {
        return new Stamp(entry, uploads.stream().map(upload -> upload.name() + " " + upload.size() + " " + upload.sha256()).collect(Collectors.joining("\n")));
    }

    /** The same with those refused for which there is no room. */
    UploadForm fitting(long room) {
        var fitting = new ArrayList<Upload>();
        for (var upload : uploads) {
            var full = upload.good() && fitting.stream().filter(Upload::good).count() >= room;
            fitting.add(full ? upload.refused("does not fit: a record has at most " + Attachment.MOST + " files") : upload);
        }
        return new UploadForm(key, entry, fitting);
    }

    Errors errors() {
        var errors = Errors.none();
        if (uploads.isEmpty()) {
            errors.add("files", "Choose at least one file");
        }
        uploads.stream().filter(upload -> !upload.good()).map(upload -> upload.name() + " " + upload.problem())
                .reduce((one, other) -> one + "; " + other).ifPresent(message -> errors.add("files", message));
        return errors;
    }

    List<Upload> good() {
        return uploads.stream().filter(Upload::good).toList();
    }
}
