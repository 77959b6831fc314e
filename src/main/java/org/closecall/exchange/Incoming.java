package org.closecall.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.closecall.catalog.Service;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;
import org.closecall.occurrence.Snapshot;

/** One record of a file in our words. notWanted is the reason why it is left out, if it is; modified may be null. */
record Incoming(int position, String source, String externalId, String externalUrl, String title, String narrative, Severity severity,
        Instant started, Moment mitigated, Moment resolved, Instant filed, Instant modified, List<String> services, List<Update> updates,
        String notWanted) {

    /** What became known publicly, and when. */
    record Update(String externalId, Instant at, String text) {

        static final String PREFIX = "timeline/";
        private static final int ENOUGH = 16;

        String key() {
            return PREFIX + externalId;
        }

        String digest() {
            return digest(at, text);
        }

        static String digest(Instant at, String text) {
            return Texts.digest((at + "\n" + text).getBytes(StandardCharsets.UTF_8)).substring(0, ENOUGH);
        }
    }

    /** Services of one record, each once however it is spelt. */
    static List<String> distinct(Stream<String> names) {
        var seen = new HashSet<String>();
        return names.filter(Objects::nonNull).filter(name -> seen.add(name.toLowerCase(Locale.ROOT))).toList();
    }

    Incoming without(String reason) {
        return new Incoming(position, source, externalId, externalUrl, title, narrative, severity, started, mitigated, resolved, filed, modified,
                services, updates, reason);
    }

    /** Not filed yet: it has no number. */
    Occurrence occurrence(Collection<Service> known) {
        var occurrence = new Occurrence();
        occurrence.kind = Kind.INCIDENT;
        occurrence.title = title;
        occurrence.narrative = narrative;
        occurrence.severity = severity;
        occurrence.started = Moment.at(started);
        occurrence.impactStarted = Moment.at(started);
        occurrence.mitigated = mitigated;
        occurrence.resolved = resolved;
        occurrence.services.addAll(known);
        occurrence.source = source;
        occurrence.externalId = externalId;
        occurrence.externalUrl = externalUrl;
        occurrence.externalModifiedAt = modified;
        occurrence.filedAt = filed;
        return occurrence;
    }

    /** What the source says, as it is kept beside the record: its fields by label, and a digest of each update. */
    Map<String, String> said() {
        var said = Snapshot.of(occurrence(services.stream().map(Incoming::named).toList()));
        updates.forEach(update -> said.put(update.key(), update.digest()));
        return said;
    }

    private static Service named(String name) {
        var service = new Service();
        service.name = name;
        return service;
    }
}
