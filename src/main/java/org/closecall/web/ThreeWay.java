package org.closecall.web;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What two people made of the same text, each against what it was. merged has the changes of both; null where they changed the same words. */
@TemplateData
public record ThreeWay(String base, WordDiff mine, WordDiff theirs, String merged) {

    public static ThreeWay of(String base, String mine, String theirs) {
        var myDiff = WordDiff.of(base, mine);
        var theirDiff = WordDiff.of(base, theirs);
        return new ThreeWay(base, myDiff, theirDiff, merged(base, Edit.of(myDiff), Edit.of(theirDiff)));
    }

    /** What replaces the characters of the base in from until to. */
    private record Edit(int from, int to, String text) {

        static List<Edit> of(WordDiff diff) {
            var edits = new ArrayList<Edit>();
            var at = 0;
            for (var run : diff.flow()) {
                var last = edits.isEmpty() ? null : edits.get(edits.size() - 1);
                if (run.mine()) {
                    edits.add(new Edit(at, at += run.text().length(), ""));
                } else if (!run.theirs()) {
                    at += run.text().length();
                } else if (last != null && last.to == at && last.text.isEmpty()) {
                    edits.set(edits.size() - 1, new Edit(last.from, at, run.text()));
                } else {
                    edits.add(new Edit(at, at, run.text()));
                }
            }
            return edits;
        }

        /** Also what only touches: two words put into the same place are seldom meant to stand together. Two added lines are. */
        boolean disturbs(Edit other) {
            return from <= other.to && other.from <= to && !(adds() && other.adds());
        }

        private boolean adds() {
            return from == to && text.contains("\n");
        }
    }

    /** What both did in the same way is done once. At the same place theirs, which was saved first, comes first. */
    private static String merged(String base, List<Edit> mine, List<Edit> theirs) {
        var all = new ArrayList<>(theirs);
        for (var edit : mine) {
            if (!theirs.contains(edit)) {
                if (theirs.stream().anyMatch(edit::disturbs)) {
                    return null;
                }
                all.add(edit);
            }
        }
        all.sort(Comparator.comparingInt(Edit::from));
        var text = new StringBuilder();
        var at = 0;
        for (var edit : all) {
            text.append(base, at, edit.from).append(edit.text);
            at = edit.to;
        }
        return text.append(base.substring(at)).toString();
    }
}
