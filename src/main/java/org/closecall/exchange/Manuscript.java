package org.closecall.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.closecall.postmortem.Document;

/** A postmortem in a Markdown file, in our words. id is null unless it was exported from a Closecall; notes say how it was understood; notWanted is why it is left out, or null. */
record Manuscript(int position, String path, String digest, UUID id, Document document, List<String> notes, String notWanted) {

    static final String SOURCE = "markdown";

    static List<Manuscript> of(MarkdownFiles files, Instant now) {
        var read = new ArrayList<Manuscript>();
        for (var file : files.files()) {
            var matter = FrontMatter.of(file.path(), file.text());
            read.add(matter.has(ExportedFormat.MARK) ? ExportedFormat.read(read.size(), file, matter) : HeadingsFormat.read(read.size(), file, matter, now));
        }
        return read;
    }

    String title() {
        return document == null ? path : document.head().title();
    }

    /** How a file that knows no id of ours is recognised when it comes again. */
    String externalId() {
        return id == null ? path : id.toString();
    }
}
