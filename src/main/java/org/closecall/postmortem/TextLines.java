package org.closecall.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A text in lines of about the same width, for drawings: a sign of a wide script counts as two. What does not fit ends in dots. */
final class TextLines {

    private static final String MORE = "…";
    private static final String JOINTS = "_-/.:,";
    private static final int WIDE = 0x1100;

    private TextLines() {
    }

    /** At least one, at most so many. */
    static List<String> of(String text, int width, int most) {
        var lines = new ArrayList<String>();
        var rest = text.strip().replaceAll("\\s+", " ");
        while (lines.size() < most - 1 && fitting(rest, width) < rest.length()) {
            var cut = cut(rest, fitting(rest, width), width);
            lines.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        lines.add(fitting(rest, width) < rest.length() ? rest.substring(0, cut(rest, fitting(rest, width - 1), width)).strip() + MORE : rest);
        return lines;
    }

    /** After the last word that ends before it; within a word that fits no line, where it has a joint. */
    private static int cut(String text, int before, int width) {
        var space = text.lastIndexOf(' ', before);
        var end = text.indexOf(' ', space + 1);
        var word = text.substring(space + 1, end < 0 ? text.length() : end);
        if (space > 0 && fitting(word, width) == word.length()) {
            return space;
        }
        var joint = joint(text, space + 1, before);
        return joint > 0 ? joint : space > 0 && joint(word, 0, fitting(word, width)) > 0 ? space : before;
    }

    /** After the last sign at which a word may be taken apart; 0 when there is none. */
    private static int joint(String text, int from, int before) {
        return IntStream.range(from, before).filter(at -> JOINTS.indexOf(text.charAt(at)) >= 0).max().orElse(-1) + 1;
    }

    /** How many characters of it are no wider. At least one: a line that holds nothing would never end. */
    private static int fitting(String text, int width) {
        var used = 0;
        var end = 0;
        while (end < text.length()) {
            var sign = text.codePointAt(end);
            used += sign < WIDE ? 1 : 2;
            if (used > width && end > 0) {
                return end;
            }
            end += Character.charCount(sign);
        }
        return end;
    }
}
