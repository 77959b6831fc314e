package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.LocalTimes;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** A moment that is not set yet. Without a time it is now. */
@TemplateData
public record MomentForm(@RestForm String key, @RestForm String name, @RestForm String at, @RestForm String side) {

    static MomentForm blank(Viewer viewer) {
        return new MomentForm(FormKey.fresh(), "", viewer.thisMinute(), LocalTimes.side(viewer.now(), viewer.zone()));
    }

    void check(Errors errors, Occurrence occurrence, Viewer viewer) {
        if (moment() == null || !MomentName.of(occurrence.kind).contains(moment())) {
            errors.add("name", "Choose one of the moments");
        }
        var complaint = LocalTimes.complaint(at, viewer.zone(), viewer.now());
        if (complaint != null) {
            errors.add("at", complaint);
        } else if (LocalTimes.sideComplaint(at, viewer.zone(), side) != null) {
            errors.add("side", LocalTimes.sideComplaint(at, viewer.zone(), side));
        }
    }

    MomentName moment() {
        return Typed.choice(MomentName.class, name);
    }

    Moment value(Viewer viewer) {
        return Moment.at(LocalTimes.given(at) ? LocalTimes.parse(at, viewer.zone(), side) : viewer.now());
    }
}
