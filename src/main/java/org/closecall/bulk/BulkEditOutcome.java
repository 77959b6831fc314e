package org.closecall.bulk;

import io.quarkus.qute.TemplateData;
import java.util.List;

/** What came of a bulk edit, as its page says it. */
@TemplateData
public record BulkEditOutcome(List<BulkEditRecord> all) {

    /** 10 of 12 records changed */
    public String heading() {
        return (changed().isEmpty() ? "None" : changed().size()) + " of " + all.size() + (all.size() == 1 ? " record" : " records") + " changed";
    }

    public List<BulkEditRecord> changed() {
        return all.stream().filter(BulkEditRecord::changed).toList();
    }

    public List<BulkEditRecord> skipped() {
        return all.stream().filter(record -> record.skipped != null).toList();
    }

    /** Those that were so already, or whose kind has no such field. */
    public List<BulkEditRecord> same() {
        return all.stream().filter(record -> !record.changed() && record.skipped == null).toList();
    }

    public long kept() {
        return all.stream().filter(record -> record.kept != null).count();
    }
}
