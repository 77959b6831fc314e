package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.action.ActionItem;
import org.closecall.web.Formats;
import org.closecall.web.WordDiff;

/** Two versions word by word. to is null for the text as it is now. same names what did not change. */
@TemplateData
public record Comparison(Publication from, Publication to, List<Line> lines, List<String> same) {

    @TemplateData
    public record Line(String label, List<WordDiff.Run> words) {
    }

    static Comparison of(Publication from, Publication to, Postmortem now, ZoneId zone) {
        var before = texts(from.asItStood(), from.actions(), zone);
        var after = to == null ? texts(now, ActionItem.of(now.occurrence), zone) : texts(to.asItStood(), to.actions(), zone);
        var labels = new LinkedHashSet<>(after.keySet());
        labels.addAll(before.keySet());
        var lines = new ArrayList<Line>();
        var same = new ArrayList<String>();
        for (var label : labels) {
            var was = before.getOrDefault(label, "");
            var is = after.getOrDefault(label, "");
            if (!was.equals(is)) {
                lines.add(new Line(label, WordDiff.of(was, is).flow()));
            } else if (!is.isEmpty()) {
                same.add(label);
            }
        }
        return new Comparison(from, to, lines, same);
    }

    public String unchanged() {
        return String.join(", ", same);
    }

    public String toName() {
        return to == null ? "the text as it is now" : to.name().toLowerCase();
    }

    private static Map<String, String> texts(Postmortem postmortem, List<ActionItem> actions, ZoneId zone) {
        var texts = new LinkedHashMap<String, String>();
        Slot.of(postmortem, null, null).forEach(slot -> texts.put(slot.label(), Texts.orEmpty(slot.shown())));
        texts.put("Contributing factors", postmortem.factors.stream().map(Comparison::text).collect(Collectors.joining("\n")));
        texts.put("Timeline", postmortem.chronicle().words(zone));
        texts.put("Actions", actions.stream().map(Comparison::text).collect(Collectors.joining("\n")));
        return texts;
    }

    private static String text(ContributingFactor factor) {
        var words = new StringBuilder(factor.category.name).append(": ").append(factor.text);
        Stream.of(Texts.orEmpty(factor.howKnown), Texts.orEmpty(factor.evidenceUrl)).filter(known -> !known.isEmpty()).forEach(known -> words.append(" (").append(known).append(')'));
        // by its words: numbers change when one is taken out
        factor.leadsTo.forEach(other -> words.append("\n→ ").append(other.brief()));
        return words.toString();
    }

    private static String text(ActionItem action) {
        return action.title + " (" + action.aim.label + ", " + (action.owner == null ? "nobody’s" : action.owner.name) + (action.dueOn == null ? "" : ", due " + Formats.day(action.dueOn)) + "): " + action.state.label;
    }
}
