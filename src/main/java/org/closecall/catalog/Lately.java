package org.closecall.catalog;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import org.closecall.web.Viewer;

/** The last 90 days and today, as whole days of the organisation: the log with the same first day lists what was counted. */
@TemplateData
public record Lately(LocalDate from, Instant since) {

    private static final int DAYS = 90;

    static Lately of(Viewer viewer) {
        var zone = viewer.organisation().zone();
        var from = LocalDate.ofInstant(viewer.now(), zone).minusDays(DAYS);
        return new Lately(from, from.atStartOfDay(zone).toInstant());
    }
}
