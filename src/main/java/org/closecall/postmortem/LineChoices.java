package org.closecall.postmortem;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.closecall.occurrence.TimelineEntry;
import org.closecall.web.Formats;
import org.closecall.web.Typed;

/**
 * What a writing page says of the lines of the timeline: which appear and which were learned later. It says what it
 * showed as well, so that only what was changed on it counts: what others chose of other lines meanwhile stays.
 */
record LineChoices(Set<Long> shown, Set<Long> appear, Set<Long> learned, Set<Long> later, String all) {

    static final String VERB = "chose what the timeline shows";
    private static final String SHOWN = "line.shown";
    /** More than these are counted in the history, not listed. */
    private static final int LISTED = 20;
    private static final int LONGEST = 80;

    /** They are saved whatever else is wrong with what was sent. The caller holds the lock of the postmortem. */
    static void take(MultivaluedMap<String, String> form, Saving saving) {
        if (form.containsKey(SHOWN)) {
            of(form).applyTo(saving);
        }
    }

    private static LineChoices of(MultivaluedMap<String, String> form) {
        return new LineChoices(ids(form.getFirst(SHOWN)), new HashSet<>(Typed.ids(form.get("line.appears"))), ids(form.getFirst("line.learned")), new HashSet<>(Typed.ids(form.get("line.later"))), Texts.orEmpty(form.getFirst("lines")));
    }

    private void applyTo(Saving saving) {
        TimelineEntry.mark(saving.postmortem().occurrence, without(later, learned), true, saving.by(), saving.now());
        TimelineEntry.mark(saving.postmortem().occurrence, without(learned, later), false, saving.by(), saving.now());
        var chronicle = Chronicle.of(saving.postmortem());
        var showing = chronicle.shown();
        var hide = chronicle.entries().stream().filter(entry -> leaves(chronicle).test(entry)).toList();
        var show = chronicle.recorded().stream().filter(entry -> !showing.contains(entry.id) && shows(chronicle).test(entry)).toList();
        hide.forEach(entry -> TimelineOmission.leaveOut(saving.postmortem(), entry, saving.by(), saving.now()));
        if (!show.isEmpty()) {
            TimelineOmission.show(saving.postmortem(), show);
        }
        if (hide.size() + show.size() > 0) {
            saving.chose(VERB, words(hide, show, false), words(hide, show, true));
        }
    }

    private Predicate<TimelineEntry> leaves(Chronicle chronicle) {
        return switch (all) {
            case "all" -> entry -> false;
            case "turns" -> entry -> !chronicle.turn(entry);
            default -> entry -> shown.contains(entry.id) && !appear.contains(entry.id);
        };
    }

    private Predicate<TimelineEntry> shows(Chronicle chronicle) {
        return switch (all) {
            case "all" -> entry -> true;
            case "turns" -> chronicle::turn;
            default -> entry -> appear.contains(entry.id) && !shown.contains(entry.id);
        };
    }

    private static Map<String, String> words(List<TimelineEntry> hidden, List<TimelineEntry> shown, boolean after) {
        var words = new LinkedHashMap<String, String>();
        if (hidden.size() + shown.size() > LISTED) {
            words.put("Timeline", after ? TimelineEntry.counted(hidden.size()) + " left out, " + TimelineEntry.counted(shown.size()) + " shown again" : null);
            return words;
        }
        hidden.forEach(entry -> words.put(named(entry), after ? "left out" : "appears"));
        shown.forEach(entry -> words.put(named(entry), after ? "appears" : "left out"));
        return words;
    }

    private static String named(TimelineEntry entry) {
        return Formats.utc(entry.at) + " " + Typed.shortened(entry.text.strip().replaceAll("\\s+", " "), LONGEST);
    }

    private static Set<Long> without(Set<Long> some, Set<Long> others) {
        var rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static Set<Long> ids(String joined) {
        return new HashSet<>(Typed.ids(List.of(Texts.orEmpty(joined).split(","))));
    }
}
