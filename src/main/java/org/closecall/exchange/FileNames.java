package org.closecall.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.closecall.postmortem.Document;
import org.closecall.web.Mentions;

/** What the records and timeline entries of a file are called in it, and here. */
final class FileNames {

    /** Keeps a mark from naming something that was never meant, and is not seen. */
    static final String INERT = "\u2060";
    private static final Pattern CODE_OR_MARK = Pattern.compile("(?ms)^(`{3,}|~{3,}).*?(?:^\\1|\\z)|`[^`\\n]*`|" + Mentions.MARK.pattern());

    private final Map<Long, Long> numbers = new HashMap<>();
    private final Map<String, String> entries = new HashMap<>();

    void record(long there, long here) {
        numbers.put(there, here);
    }

    boolean knows(long there) {
        return numbers.containsKey(there);
    }

    long number(long there) {
        return numbers.get(there);
    }

    void entry(String there, String here) {
        entries.put(there, here);
    }

    /** Of two that say the same. */
    void entries(List<Document.Entry> there, List<Document.Entry> here) {
        for (var i = 0; i < Math.min(there.size(), here.size()); i++) {
            entry(there.get(i).mark(), here.get(i).mark());
        }
    }

    /** An entry that did not come along becomes its record, and a record that did not becomes words. */
    String in(String text) {
        return replaced(text, this::here);
    }

    /** What others number so is none of our records. */
    static String inert(String text) {
        return replaced(text, mark -> mark.group().replace("#", "#" + INERT));
    }

    private String here(MatchResult mark) {
        var number = Long.parseLong(mark.group(2));
        return entries.containsKey(mark.group()) ? entries.get(mark.group()) : numbers.containsKey(number) ? "#" + numbers.get(number) : mark.group().replace("#", "#" + INERT);
    }

    /** In code such a sign is something else. */
    private static String replaced(String text, Function<MatchResult, String> names) {
        return CODE_OR_MARK.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(2) == null ? found.group() : names.apply(found)));
    }
}
