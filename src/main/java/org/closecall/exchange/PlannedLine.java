package org.closecall.exchange;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.closecall.people.Change;

/** What one line of a file would do. form is null where it does nothing; id is what it changes or is about; occurrence the number a new one comes from. */
@TemplateData
public record PlannedLine(long line, String title, Outcome outcome, String reason, List<Change.Field> changes, Long id, Long occurrence, Record form) {

    public static PlannedLine nothing(long line, String title, Outcome outcome, String reason, Long id) {
        return new PlannedLine(line, title, outcome, reason, List.of(), id, null, null);
    }
}
