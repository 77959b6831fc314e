package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.closecall.people.Change;
import org.closecall.web.WordDiff;

/** A field of a change. words is the two texts in one flow where they are long enough to look for the difference, else null. */
@TemplateData
public record Difference(String name, String before, String after, List<WordDiff.Run> words, boolean restorable) {

    private static final int SHORT = 60;
    private static final int CONTEXT = 80;
    /** Two texts that share less than this are easier to read one after the other. */
    private static final double LITTLE = 0.3;

    static Difference of(Change.Field field, Map<String, String> now, boolean edit) {
        return new Difference(field.name(), field.before(), field.after(), flow(field.before(), field.after()),
                edit && Rewinds.possible(field.name(), field.before()) && !Objects.equals(field.before(), now.get(field.name())));
    }

    private static List<WordDiff.Run> flow(String before, String after) {
        if (before == null || after == null || before.length() <= SHORT && after.length() <= SHORT) {
            return null;
        }
        var flow = WordDiff.of(before, after).flow();
        var kept = flow.stream().filter(run -> run.in() == WordDiff.In.BOTH).mapToInt(run -> run.text().strip().length()).sum();
        return kept < LITTLE * Math.max(before.length(), after.length()) ? null : flow.stream().map(Difference::shortened).toList();
    }

    /** What did not change only says where one is. */
    private static WordDiff.Run shortened(WordDiff.Run run) {
        var text = run.text();
        return run.in() != WordDiff.In.BOTH || text.length() <= 3 * CONTEXT ? run
                : new WordDiff.Run(text.substring(0, CONTEXT).stripTrailing() + " … " + text.substring(text.length() - CONTEXT).stripLeading(), run.in());
    }
}
