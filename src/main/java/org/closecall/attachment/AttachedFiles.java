package org.closecall.attachment;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Objects;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.TimelineEntry;

/** The files of a record, read at once for its panel and all entries of its timeline. */
@TemplateData
public record AttachedFiles(List<Attachment> all) {

    /** With those whose entry is removed: what was seen is not gone with the line about it. */
    public List<Attachment> ofRecord() {
        return all.stream().filter(file -> !file.removed() && !Boolean.FALSE.equals(file.entryRemoved)).toList();
    }

    public List<Attachment> ofEntry(TimelineEntry entry) {
        return all.stream().filter(file -> !file.removed() && Objects.equals(file.timelineEntryId, entry.id)).toList();
    }

    public List<Attachment> removed() {
        return all.stream().filter(Attachment::removed).toList();
    }

    public long count() {
        return all.stream().filter(file -> !file.removed()).count();
    }

    @TemplateExtension
    static final class Extensions {

        private Extensions() {
        }

        static AttachedFiles attached(Occurrence occurrence) {
            return new AttachedFiles(Attachment.of(occurrence));
        }
    }
}
