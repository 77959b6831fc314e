package org.closecall.attachment;

import java.time.Instant;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Person;
import org.closecall.web.Markdown;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A picture that was sent for a postmortem, judged: it shows in a page, so a file of another kind is none, and neither is one that would unpack to gigabytes. */
public record Picture(Upload upload) {

    static final long MOST_PIXELS = 50_000_000;
    private static final String NONE = "Choose a picture";

    public static Picture of(FileUpload file) {
        var sent = file != null && file.uploadedFile() != null && (file.size() > 0 || file.fileName() != null && !file.fileName().isBlank());
        return new Picture(sent ? judged(Upload.of(file)) : null);
    }

    /** One that came in a file with others. */
    public static Picture of(String name, byte[] content) {
        return new Picture(judged(Upload.of(name, content)));
    }

    /** Why it cannot be kept, or null. */
    public String problem() {
        return upload == null ? NONE : upload.good() ? null : upload.name() + " " + upload.problem();
    }

    public String problem(Long postmortem) {
        return problem() == null && !Attachment.roomForPicture(postmortem) ? "A postmortem has at most " + Attachment.MOST_PICTURES + " pictures: remove one first" : problem();
    }

    /** Tells it from others. */
    public String stamp() {
        return upload == null ? "" : upload.sha256();
    }

    /** Kept, and how a text shows it. Without words for those who do not see it, its name must do. */
    public String keep(Occurrence occurrence, Long postmortem, String words, Person by, Instant now) {
        var kept = Attachment.add(occurrence, null, postmortem, upload, by, now);
        return words == null || words.isBlank() ? kept.markdown() : Markdown.picture(words, kept.path());
    }

    /** Kept, and the address it has from now on. */
    public String keep(Occurrence occurrence, Long postmortem, Person by, Instant now) {
        return Attachment.add(occurrence, null, postmortem, upload, by, now).path();
    }

    private static Upload judged(Upload upload) {
        if (!upload.good()) {
            return upload;
        }
        if (!upload.kind().image()) {
            return upload.refused("is no picture (PNG, JPEG, GIF or WebP): attach it to the record instead");
        }
        var pixels = Pixels.of(upload.bytes(), upload.kind());
        return pixels == null ? upload.refused(Upload.DAMAGED)
                : pixels.count() > MOST_PIXELS ? upload.refused("has " + pixels + " pixels; at most 50 million fit") : upload.intact();
    }
}
