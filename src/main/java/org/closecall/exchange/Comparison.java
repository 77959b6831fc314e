package org.closecall.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Snapshot;

/** A record of the file beside the one held, if any: which of its fields are news, and which people have made theirs. */
final class Comparison {

    private static final String SERVICES = "Services";

    /** What sources fill, by its label in the history. */
    static final Map<String, BiConsumer<Occurrence, Occurrence>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("Title", (to, from) -> to.title = from.title);
        FIELDS.put("What happened", (to, from) -> to.narrative = from.narrative);
        FIELDS.put("Severity", (to, from) -> to.severity = from.severity);
        FIELDS.put(SERVICES, (to, from) -> to.services = from.services);
        FIELDS.put("Started", (to, from) -> to.started = from.started);
        FIELDS.put("Impact began", (to, from) -> to.impactStarted = from.impactStarted);
        FIELDS.put("Mitigated", (to, from) -> to.mitigated = from.mitigated);
        FIELDS.put("Resolved", (to, from) -> to.resolved = from.resolved);
    }

    final Incoming incoming;
    final Occurrence held;
    final Map<String, String> said;
    final List<String> taken = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final Map<String, String> saidBefore;

    Comparison(Incoming incoming, Occurrence held) {
        this.incoming = incoming;
        this.held = held;
        this.said = incoming.said();
        this.saidBefore = held == null || held.imported == null ? Map.of() : held.imported;
        // an update that the source no longer shows has been here all the same
        saidBefore.entrySet().stream().filter(entry -> entry.getKey().startsWith(Incoming.Update.PREFIX))
                .forEach(entry -> said.putIfAbsent(entry.getKey(), entry.getValue()));
        if (needsLooking()) {
            compareFields();
        }
    }

    boolean fresh() {
        return held == null && reasonToSkip() == null;
    }

    boolean needsLooking() {
        return held != null && reasonToSkip() == null && !saysTheSame();
    }

    /** Null when the record is wanted. */
    String reasonToSkip() {
        if (incoming.notWanted() != null) {
            return incoming.notWanted();
        }
        if (held != null && held.removed()) {
            return "Removed here by people, and stays removed";
        }
        return older() ? "Older (" + incoming.modified() + ") than what is held (" + held.externalModifiedAt + ")" : null;
    }

    /** Word for word what it said last time. */
    boolean saysTheSame() {
        return said.equals(saidBefore);
    }

    boolean newer() {
        return !Objects.equals(modified(), held.externalModifiedAt);
    }

    /** A source that does not say keeps what it said before. */
    Instant modified() {
        return incoming.modified() == null ? held.externalModifiedAt : incoming.modified();
    }

    /** Null for an update that was never imported. */
    String digestBefore(Incoming.Update update) {
        return saidBefore.get(update.key());
    }

    void applyTo(Occurrence occurrence, Catalogue catalogue, Instant now) {
        var news = incoming.occurrence(taken.contains(SERVICES) ? catalogue.of(incoming.services(), now) : List.of());
        taken.forEach(label -> FIELDS.get(label).accept(occurrence, news));
        occurrence.imported = said;
        occurrence.externalModifiedAt = modified();
        occurrence.externalUrl = incoming.externalUrl();
    }

    String summary(TimelineNews news) {
        return Texts.joined(taken.isEmpty() ? null : "Changes: " + String.join(", ", taken), news.any() ? "Timeline: " + news.inText() : null,
                keptInText(news.kept().size()));
    }

    /** Null when people edited nothing that the source says otherwise. */
    String keptInText(int entries) {
        var all = new ArrayList<>(kept);
        if (entries > 0) {
            all.add(entries == 1 ? "1 timeline entry" : entries + " timeline entries");
        }
        return all.isEmpty() ? null : "Kept as people edited it: " + String.join(", ", all);
    }

    private boolean older() {
        return held != null && incoming.modified() != null && held.externalModifiedAt != null
                && incoming.modified().isBefore(held.externalModifiedAt);
    }

    private void compareFields() {
        var now = Snapshot.of(held);
        for (var label : FIELDS.keySet()) {
            var before = saidBefore.get(label);
            if (!same(label, now.get(label), said.get(label))) {
                (same(label, now.get(label), before) ? taken : kept).add(label);
            }
        }
    }

    /** The catalogue may spell a service's name otherwise. */
    private static boolean same(String label, String one, String other) {
        return Objects.equals(one, other) || SERVICES.equals(label) && one != null && one.equalsIgnoreCase(other);
    }
}
