package org.closecall.web;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two texts beside each other, word by word: what only one of them has is marked in it. flow has both in one. */
@TemplateData
public record WordDiff(List<Piece> mine, List<Piece> theirs, List<Run> flow) {

    /** Comparing costs length times difference; beyond this the whole stretch counts as changed. */
    private static final int MOST_WORDS = 6_000;

    @TemplateData
    public record Piece(String text, boolean changed) {
    }

    public enum In {
        BOTH, MINE, THEIRS
    }

    @TemplateData
    public record Run(String text, In in) {

        public boolean mine() {
            return in == In.MINE;
        }

        public boolean theirs() {
            return in == In.THEIRS;
        }
    }

    public static WordDiff of(String mine, String theirs) {
        var a = words(mine);
        var b = words(theirs);
        var head = 0;
        while (head < a.size() && head < b.size() && a.get(head).equals(b.get(head))) {
            head++;
        }
        var tail = 0;
        while (tail < a.size() - head && tail < b.size() - head && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
            tail++;
        }
        var inA = new boolean[a.size()];
        var inB = new boolean[b.size()];
        mark(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail), head, inA, inB);
        return new WordDiff(pieces(a, inA), pieces(b, inB), phrases(flow(a, inA, b, inB)));
    }

    private static void mark(List<String> a, List<String> b, int offset, boolean[] inA, boolean[] inB) {
        if (a.size() + b.size() > MOST_WORDS) {
            Arrays.fill(inA, offset, offset + a.size(), true);
            Arrays.fill(inB, offset, offset + b.size(), true);
            return;
        }
        for (var change : new MyersDiffWithLinearSpace<String>().computeDiff(a, b, null)) {
            if (change.deltaType != DeltaType.INSERT) {
                Arrays.fill(inA, offset + change.startOriginal, offset + change.endOriginal, true);
            }
            if (change.deltaType != DeltaType.DELETE) {
                Arrays.fill(inB, offset + change.startRevised, offset + change.endRevised, true);
            }
        }
    }

    private static List<Piece> pieces(List<String> words, boolean[] changed) {
        var pieces = new ArrayList<Piece>();
        var begin = 0;
        for (var i = 1; i <= words.size(); i++) {
            if (i == words.size() || changed[i] != changed[begin]) {
                pieces.add(new Piece(String.join("", words.subList(begin, i)), changed[begin]));
                begin = i;
            }
        }
        return pieces;
    }

    /** What only mine has comes before what theirs has in its place. */
    private static List<Run> flow(List<String> a, boolean[] inA, List<String> b, boolean[] inB) {
        var runs = new ArrayList<Run>();
        var text = new StringBuilder();
        var before = In.BOTH;
        for (int i = 0, j = 0; i < a.size() || j < b.size();) {
            var in = i < a.size() && inA[i] ? In.MINE : j < b.size() && inB[j] ? In.THEIRS : In.BOTH;
            if (in != before) {
                append(runs, text, before);
                before = in;
            }
            text.append(in == In.THEIRS ? b.get(j) : a.get(i));
            i += in == In.THEIRS ? 0 : 1;
            j += in == In.MINE ? 0 : 1;
        }
        append(runs, text, before);
        return runs;
    }

    /** Words replaced one after the other are one replaced phrase: that reads better than word against word. */
    private static List<Run> phrases(List<Run> runs) {
        var phrases = new ArrayList<Run>();
        for (var i = 0; i < runs.size(); i++) {
            var size = phrases.size();
            if (size >= 2 && i + 2 < runs.size() && runs.get(i).text().equals(" ") && replaced(phrases, size - 2) && replaced(runs, i + 1)) {
                phrases.set(size - 2, new Run(phrases.get(size - 2).text() + " " + runs.get(i + 1).text(), In.MINE));
                phrases.set(size - 1, new Run(phrases.get(size - 1).text() + " " + runs.get(i + 2).text(), In.THEIRS));
                i += 2;
            } else {
                phrases.add(runs.get(i));
            }
        }
        return phrases;
    }

    private static boolean replaced(List<Run> runs, int at) {
        return runs.get(at).mine() && runs.get(at + 1).theirs();
    }

    private static void append(List<Run> runs, StringBuilder text, In in) {
        if (text.length() > 0) {
            runs.add(new Run(text.toString(), in));
            text.setLength(0);
        }
    }

    /** Words and the white space between them, so that joined they are the text again. */
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)"));
    }
}
