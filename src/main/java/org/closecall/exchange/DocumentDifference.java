package org.closecall.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.closecall.postmortem.Document;

/**
 * What two documents say differently, in words. Numbers and addresses of pictures differ between two Closecalls that
 * say the same, and actions move on by themselves: neither counts.
 */
final class DocumentDifference {

    private static final Pattern NAMES = Pattern.compile("#" + FileNames.INERT + "?\\d{1,9}(?:@\\d{1,18})?|/?attachments/\\d+/[^)\\s>]+");

    private DocumentDifference() {
    }

    static List<String> of(Document one, Document other) {
        var differences = new ArrayList<String>();
        if (!one.head().title().equals(other.head().title())) {
            differences.add("title");
        }
        var mine = sections(one);
        var theirs = sections(other);
        one.sections().stream().filter(text -> !mine.getOrDefault(text.key(), "").equals(theirs.getOrDefault(text.key(), ""))).forEach(text -> differences.add(text.title()));
        other.sections().stream().filter(text -> !mine.containsKey(text.key()) && theirs.containsKey(text.key())).forEach(text -> differences.add(text.title()));
        if (!factors(one).equals(factors(other))) {
            differences.add("contributing factors");
        }
        if (!entries(one).equals(entries(other))) {
            differences.add("timeline");
        }
        return differences;
    }

    /** Empty ones are none. */
    private static Map<String, String> sections(Document document) {
        return document.sections().stream().filter(text -> !text.body().isBlank()).collect(Collectors.toMap(Document.Text::key, text -> plain(text.body())));
    }

    private static List<Document.Factor> factors(Document document) {
        return document.rewritten(DocumentDifference::plain).factors();
    }

    private static List<Document.Entry> entries(Document document) {
        return document.rewritten(DocumentDifference::plain).timeline().stream().map(entry -> new Document.Entry(null, entry.at(), entry.kind(), entry.learned_later(), entry.evidence(), entry.text())).toList();
    }

    /** Names become the place where each first stands. */
    private static String plain(String text) {
        var places = new HashMap<String, Integer>();
        return NAMES.matcher(text.stripTrailing()).replaceAll(name -> "#" + places.computeIfAbsent(name.group().replaceFirst("^/", ""), each -> places.size() + 1));
    }
}
