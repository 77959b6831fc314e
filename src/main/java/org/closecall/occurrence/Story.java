package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.closecall.people.Change;

/** A record's history as it is read: newest first, day by day. older continues it, null where it begins. */
@TemplateData
public record Story(List<Day> days, Long older) {

    static final int PAGE = 100;

    @TemplateData
    public record Day(LocalDate date, List<Deed> deeds) {
    }

    @TemplateData
    public record Deed(Change change, List<Difference> differences, Long bulkEdit) {

        /** edited Severity, Impact and 3 more */
        public String words() {
            var names = differences.stream().map(Difference::name).toList();
            if (!change.verb.equals("edited") || names.isEmpty()) {
                return change.verb;
            }
            var most = names.size() > 3 ? 2 : names.size();
            var rest = names.size() - most;
            return "changed " + String.join(", ", names.subList(0, rest > 0 ? most : Math.max(1, most - 1)))
                    + (rest > 0 ? " and " + rest + " more" : most > 1 ? " and " + names.get(most - 1) : "");
        }
    }

    /**
     * now is what the record says today, by field: what it says already need not be brought back. bulkEdits says by id
     * which changes were made in one.
     */
    static Story of(List<Change> newestFirst, Map<String, String> now, Map<Long, Long> bulkEdits, boolean changeable, ZoneId zone) {
        var shown = newestFirst.subList(0, Math.min(PAGE, newestFirst.size()));
        var days = new ArrayList<Day>();
        for (var change : shown) {
            var date = LocalDate.ofInstant(change.at, zone);
            if (days.isEmpty() || !days.get(days.size() - 1).date().equals(date)) {
                days.add(new Day(date, new ArrayList<>()));
            }
            var edit = changeable && change.subject.equals("occurrence") && !change.verb.equals("filed");
            days.get(days.size() - 1).deeds().add(new Deed(change, change.fields.stream().map(field -> Difference.of(field, now, edit)).toList(), bulkEdits.get(change.id)));
        }
        return new Story(days, newestFirst.size() > PAGE ? shown.get(PAGE - 1).id : null);
    }
}
