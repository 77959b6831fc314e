package org.closecall.sample;

import java.util.Map;
import org.closecall.occurrence.LinkKind;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.OccurrenceLink;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** How a record hangs together with those before it. */
record Ties(Cast cast, Days days, Map<String, Long> ids) {

    private static final Map<String, LinkKind> KINDS = Map.of("foretold_by", LinkKind.FORETOLD_BY, "caused_by", LinkKind.CAUSED_BY, "similar", LinkKind.RELATED, "duplicate_of", LinkKind.DUPLICATE_OF);

    void tie(Story story) {
        for (var link : story.links()) {
            link.forEach((kind, other) -> tie(story, KINDS.get(kind), other));
        }
    }

    /** A pair has one link, whoever names it first. */
    private void tie(Story story, LinkKind kind, String other) {
        Occurrence from = Occurrence.findById(ids.get(story.key()));
        Occurrence to = Occurrence.findById(ids.get(other));
        if (OccurrenceLink.count("removedAt is null and (source = ?1 and target = ?2 or source = ?2 and target = ?1)", from, to) > 0) {
            return;
        }
        var newer = from.filedAt.isAfter(to.filedAt) ? from : to;
        Person by = cast.somebody(story.home(), "links " + story.key());
        var link = new OccurrenceLink();
        link.source = from;
        link.target = to;
        link.kind = kind;
        link.createdBy = by;
        var late = newer.filedAt.plusSeconds(5 * 3600);
        link.createdAt = late.isBefore(days.end()) ? late : days.end().minusSeconds(60);
        link.persistAndFlush();
        Change.record(from.subject(), "linked", Map.of(), Map.of(link.seenFrom(from).label(), to.heading()), by, link.createdAt);
        Change.record(to.subject(), "linked", Map.of(), Map.of(link.seenFrom(to).label(), from.heading()), by, link.createdAt);
    }
}
