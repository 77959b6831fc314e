package org.closecall.wording;

import io.quarkus.qute.TemplateData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** What one rule has to say about a text: once, however many places it found. */
@TemplateData
public record Advice(List<Hint> places) {

    static List<Advice> of(List<Hint> hints) {
        return hints.stream().collect(Collectors.groupingBy(Hint::rule, LinkedHashMap::new, Collectors.toList())).values().stream().map(Advice::new).toList();
    }

    static Advice noVerb(String title, String first) {
        var at = title.indexOf(first);
        return new Advice(List.of(new Hint(at, at + first.length(), "", first, title.substring(at + first.length()), "No verb in front",
                "It does not begin with what somebody will do.", "What will be done? Add, limit, remove, test …")));
    }

    public String why() {
        return places.get(0).why();
    }

    public String question() {
        return places.get(0).question();
    }
}
