package org.closecall.exchange;

import java.time.Instant;
import java.util.Map;
import org.closecall.occurrence.Detection;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Likelihood;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.MomentName;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;
import org.closecall.occurrence.StoppedBy;
import org.closecall.postmortem.Document;

/** The record a document is about, from what its head says. Services, tags and number are not in it yet. */
final class OccurrenceOf {

    private OccurrenceOf() {
    }

    static Occurrence document(Document document, Instant filed) {
        var head = document.head();
        var occurrence = new Occurrence();
        occurrence.kind = Kind.valueOf(head.kind());
        occurrence.title = head.occurrence();
        occurrence.severity = head.severity() == null ? null : Severity.valueOf(head.severity());
        occurrence.potentialSeverity = head.potential_severity() == null ? null : Severity.valueOf(head.potential_severity());
        occurrence.likelihood = head.likelihood() == null ? null : Likelihood.valueOf(head.likelihood());
        occurrence.detection = head.detection() == null ? Detection.UNKNOWN : Detection.valueOf(head.detection());
        occurrence.stoppedBy = head.stopped_by() == null ? null : StoppedBy.valueOf(head.stopped_by());
        var moments = head.moments() == null ? Map.<String, String>of() : head.moments();
        MomentName.of(occurrence.kind).stream().filter(name -> moments.containsKey(name.name().toLowerCase()))
                .forEach(name -> name.set(occurrence, moment(moments.get(name.name().toLowerCase()))));
        occurrence.filedAt = filed;
        return occurrence;
    }

    /** Null for anything else. */
    static Moment moment(String written) {
        return Moment.read(written == null ? null : written.replace('_', ' '));
    }
}
