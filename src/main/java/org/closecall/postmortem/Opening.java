package org.closecall.postmortem;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.closecall.web.Markdown;

/** How a postmortem begins: its first paragraph leads the reading page, its first sentences the lists. */
record Opening(String text) {

    private static final int LONGEST_LEAD = 600;
    private static final int LONGEST_IN_LISTS = 240;
    private static final Pattern MARKUP = Pattern.compile("(?s)^(#|[-*+>|]\\s|\\||```|~~~|\\d+[.)]\\s|    |\\t).*");

    static Opening of(String text) {
        return new Opening(Texts.orEmpty(text));
    }

    /** Empty when it begins with anything but a short paragraph. */
    String lead() {
        var first = text.split("\\n\\s*\\n", 2)[0];
        return first.length() > LONGEST_LEAD || MARKUP.matcher(first).matches() ? "" : first;
    }

    String rest() {
        return text.substring(lead().length()).strip();
    }

    String sentences() {
        var plain = Markdown.plain(text);
        var sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(plain);
        var end = 0;
        for (var next = sentences.next(); next != BreakIterator.DONE && next <= LONGEST_IN_LISTS; next = sentences.next()) {
            end = next;
        }
        return end > 0 ? plain.substring(0, end).strip() : shortened(plain);
    }

    private static String shortened(String plain) {
        return plain.length() <= LONGEST_IN_LISTS ? plain : plain.substring(0, plain.offsetByCodePoints(0, Math.min(LONGEST_IN_LISTS, plain.codePointCount(0, plain.length())))).strip() + " …";
    }
}
