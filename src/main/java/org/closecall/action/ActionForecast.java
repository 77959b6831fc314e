package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.closecall.people.Change;

/** What a batch would do, before anybody has agreed to it. */
@TemplateData
public record ActionForecast(List<String> asked, List<Line> changed, List<Line> same, List<Line> refused) {

    /** fields: what changes, in words; refusal: why nothing does, or null. */
    @TemplateData
    public record Line(ActionItem action, List<Change.Field> fields, String refusal) {
    }

    static ActionForecast of(ActionChange change, Map<Long, Integer> versions, List<ActionItem> shown, LocalDate today) {
        var lines = shown.stream().filter(action -> versions.containsKey(action.id)).map(action -> line(change, action, versions.get(action.id), today)).toList();
        return new ActionForecast(change.words().lines().toList(), lines.stream().filter(line -> line.refusal == null && !line.fields.isEmpty()).toList(),
                lines.stream().filter(line -> line.refusal == null && line.fields.isEmpty()).toList(), lines.stream().filter(line -> line.refusal != null).toList());
    }

    private static Line line(ActionChange change, ActionItem action, int seen, LocalDate today) {
        var refusal = action.version == seen ? change.refusal(action, today) : "was changed after you opened the page";
        return new Line(action, refusal == null ? change.foreseen(action) : List.of(), refusal);
    }

    public String heading() {
        return changed.isEmpty() ? "Nothing would change" : changed.size() == 1 ? "1 action would change" : changed.size() + " actions would change";
    }

    public String agreed() {
        return String.join("\n", asked);
    }
}
