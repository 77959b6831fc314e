package org.closecall.review;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import org.closecall.action.Due;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Organisation;
import org.closecall.web.Viewer;

/**
 * What a record whose postmortem is not published says of it: what is asked for, null while too little is known to say; by
 * when, null when nothing is owed, or not yet; and why none is needed, null as long as nobody said so.
 */
@TemplateData
public record Owing(Occurrence occurrence, Demand demand, Due due, PostmortemExemption exemption) {

    @TemplateExtension
    static Owing owing(Occurrence occurrence, Viewer viewer) {
        var demand = ReviewRule.policy().demand(occurrence);
        if (demand == null || !demand.any()) {
            return new Owing(occurrence, demand, null, null);
        }
        var owed = !OwedPostmortem.ids(new OwedConditions().and("o.id = :id", "id", occurrence.id), 1).isEmpty();
        return new Owing(occurrence, demand, owed ? OwedPostmortem.due(occurrence, demand, viewer) : null, PostmortemExemption.of(occurrence));
    }

    /** Nobody was asked at that time. */
    public boolean past() {
        return occurrence.reviewSince != null && occurrence.reviewSince.isBefore(Organisation.current().reviewsSince);
    }

    /** It still goes on; what is due, is due after it. */
    public boolean early() {
        return due == null && exemption == null && occurrence.source == null && occurrence.reviewSince == null && demand != null && demand.any();
    }
}
