package org.closecall.slo;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.closecall.exchange.Outcome;

/** What one document, or one objective of it, would do. why: each reason it is refused or skipped, and all that should be known. */
@TemplateData
public record OpenSloLine(int document, String kind, String name, Outcome outcome, List<String> why, OpenSloDraft draft) {

    static OpenSloLine without(int document, String kind, String name, Outcome outcome, List<String> why) {
        return new OpenSloLine(document, kind, name, outcome, List.copyOf(why), null);
    }
}
