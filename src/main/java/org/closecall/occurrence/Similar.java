package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.web.Formats;

/** A record that is like another one, or like what somebody is typing, and what they share; null for nothing of that. */
@TemplateData
public record Similar(Occurrence occurrence, String services, String tags, String words, Duration apart) {

    static final int MOST = 5;
    /** Less says nothing yet. */
    private static final int SHORTEST = 12;
    private static final Duration NEAR = Duration.ofDays(2);

    /** The most alike first, without those it is linked with. */
    public static List<Similar> to(Occurrence o) {
        var text = o.title + "\n" + (o.narrative == null ? "" : o.narrative);
        return found(new SimilarSearch(o.id, text, o.title, o.services.stream().map(service -> service.id).toList(),
                o.tags.stream().map(tag -> tag.id).toList(), o.occurredAt, true));
    }

    /** Like what is being filed; service and at may be null. That something else was filed today does not make it alike. */
    static List<Similar> to(String narrative, Long service, Instant at) {
        return narrative == null || narrative.strip().length() < SHORTEST ? List.of()
                : found(new SimilarSearch(null, narrative, ReportForm.title(narrative), service == null ? List.of() : List.of(service), List.of(), at, false));
    }

    private static List<Similar> found(SimilarSearch search) {
        var rows = search.rows(MOST);
        Map<Long, Occurrence> byId = rows.isEmpty() ? Map.of() : Occurrence.<Occurrence>list("id in ?1", rows.stream().map(row -> (Long) row[0]).toList()).stream()
                .collect(Collectors.toMap(one -> one.id, Function.identity()));
        return rows.stream().map(row -> new Similar(byId.get((Long) row[0]), (String) row[1], (String) row[2], (String) row[4],
                row[3] == null ? null : Duration.ofSeconds(Math.abs((Long) row[3])))).toList();
    }

    /** same service Payments; words certificate, expired; began 2 h apart */
    public String shares() {
        var shared = new ArrayList<String>();
        if (services != null) {
            shared.add("same service " + services);
        }
        if (tags != null) {
            shared.add("tagged " + tags);
        }
        if (words != null) {
            shared.add("words " + words);
        }
        if (apart != null && apart.compareTo(NEAR) < 0) {
            shared.add(apart.isZero() ? "began together" : "began " + Formats.human(apart) + " apart");
        }
        return shared.isEmpty() ? "a title spelt alike" : String.join("; ", shared);
    }
}
