package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.closecall.web.Typed;

/** The actions somebody chose, as far as they can be changed, and a sentence for each that cannot. */
@TemplateData
public record ActionSelection(List<ActionItem> actions, List<String> leftOut) {

    static ActionSelection of(List<String> chosen) {
        var leftOut = new ArrayList<String>();
        var ids = Typed.ids(chosen).stream().distinct().limit(ActionBatch.MOST).toList();
        new TreeSet<>(chosen).stream().filter(typed -> Typed.id(typed) == null).forEach(typed -> leftOut.add("“" + typed + "” is no action"));
        var found = ActionList.load(ids);
        if (found.size() < ids.size()) {
            leftOut.add((ids.size() - found.size()) + " that there are not");
        }
        if (chosen.size() > ActionBatch.MOST) {
            leftOut.add((chosen.size() - ActionBatch.MOST) + " more: at most " + ActionBatch.MOST + " are changed at once");
        }
        found.stream().filter(one -> !one.listed()).forEach(one -> leftOut.add("“" + one.title + "” was removed"));
        return new ActionSelection(found.stream().filter(ActionItem::listed).toList(), leftOut);
    }

    public RowMarks marks() {
        return RowMarks.of(actions);
    }

    public String heading() {
        return actions.isEmpty() ? "No action is chosen" : actions.size() == 1 ? "Change 1 action" : "Change " + actions.size() + " actions together";
    }
}
