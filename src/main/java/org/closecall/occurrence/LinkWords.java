package org.closecall.occurrence;

import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the record's page asks of its links. */
@TemplateExtension
public final class LinkWords {

    /** So long the page offers to undo an unlinking; the history knows of it for ever. */
    private static final Duration UNDO = Duration.ofHours(1);

    private LinkWords() {
    }

    /** In one statement, those just removed among them. */
    public static List<OccurrenceLink> links(Occurrence occurrence, Instant now) {
        return OccurrenceLink.of(occurrence, now.minus(UNDO));
    }

    /** In two statements. */
    public static List<Similar> similar(Occurrence occurrence) {
        return Similar.to(occurrence);
    }

    /** What was filed by mistake and went into it. */
    public static List<Occurrence> merged(Occurrence occurrence) {
        return Occurrence.list("from Occurrence o join fetch o.deletedBy where o.mergedInto = ?1 order by o.number", occurrence);
    }

    public static List<OccurrenceLink> standing(List<OccurrenceLink> links) {
        return links.stream().filter(link -> !link.removed()).toList();
    }

    public static List<OccurrenceLink> undoable(List<OccurrenceLink> links) {
        return links.stream().filter(OccurrenceLink::removed).toList();
    }

    public static boolean oneTrigger(List<OccurrenceLink> links) {
        return links.stream().anyMatch(link -> !link.removed() && link.kind.oneTrigger);
    }
}
