package org.closecall.wording;

import io.quarkus.qute.TemplateData;

/** A place that judges rather than explains. from and to count UTF-16 units of the text, as browsers do. */
@TemplateData
public record Hint(int from, int to, String before, String words, String after, String rule, String why, String question) {

    private static final int AROUND = 40;

    static Hint of(String text, int from, int to, WordingRule rule) {
        return new Hint(from, to, text.substring(begin(text, from), from), text.substring(from, to), text.substring(to, end(text, to)), rule.name, rule.why, rule.question);
    }

    /** Cut at a space, so that no word and no emoji is halved. */
    private static int begin(String text, int from) {
        var line = text.lastIndexOf('\n', from - 1) + 1;
        var space = text.indexOf(' ', Math.max(line, from - AROUND));
        return from - line <= AROUND ? line : space < 0 || space >= from ? from : space + 1;
    }

    private static int end(String text, int to) {
        var line = text.indexOf('\n', to) < 0 ? text.length() : text.indexOf('\n', to);
        var space = text.lastIndexOf(' ', Math.min(line, to + AROUND));
        return line - to <= AROUND ? line : Math.max(space, to);
    }
}
