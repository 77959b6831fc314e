package org.closecall.tracker;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.closecall.people.AuditEntry;
import org.closecall.people.Change;
import org.closecall.people.Deed;
import org.closecall.people.Role;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** What administrators do to a tracker besides editing it. */
@Path("/admin/trackers")
@RolesAllowed(Role.ADMINISTRATORS)
class TrackerTries {

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @Inject
    Wires wires;

    @Inject
    Seal seal;

    /** Asks whose the token is, and waits for the answer outside of any transaction. */
    @POST
    @Path("/{id}/tries")
    public Response create(long id) {
        var tracker = Tracker.found(id);
        try {
            var who = wires.to(tracker).whoAmI();
            QuarkusTransaction.requiringNew().run(() -> Tracker.heard(id, who, viewer.now()));
            flash.notice(tracker.name + " answers: the token is " + who + "’s.");
        } catch (Refusal refusal) {
            QuarkusTransaction.requiringNew().run(() -> Tracker.rest(id, refusal.getMessage(), viewer.now()));
        }
        return Pages.seeOther(tracker.address());
    }

    @POST
    @Path("/{id}/secrets")
    @Transactional
    public Response renew(long id) {
        var tracker = Tracker.changing(id);
        tracker.renewSecret(seal);
        Change.record(tracker.subject(), "renewed the webhook secret", Map.of(), Map.of(), viewer.person(), viewer.now());
        AuditEntry.record(Deed.TRACKER_KEYS, viewer.person(), null, tracker.name + ": the secret of its webhook", viewer.now());
        flash.notice("The secret is a new one: enter it at " + tracker.name + ", or its webhooks are refused.");
        return Pages.seeOther(tracker.address());
    }

    @POST
    @Path("/{id}/archive")
    @Transactional
    public Response archive(long id) {
        var tracker = Tracker.changing(id);
        tracker.archive(viewer.person(), viewer.now());
        flash.notice(tracker.name + " is archived. Its links stay, and are not followed.");
        return Pages.seeOther(tracker.address());
    }

    @POST
    @Path("/{id}/return")
    @Transactional
    public Response bringBack(long id) {
        var tracker = Tracker.changing(id);
        var there = Tracker.at(tracker.base);
        if (there != null && there != tracker) {
            flash.notice("Nothing was changed: " + there.name + " has its address now.");
        } else {
            tracker.bringBack(viewer.person(), viewer.now());
            ActionLink.adopt(tracker, viewer.now());
            flash.notice(tracker.name + " is back.");
        }
        return Pages.seeOther(tracker.address());
    }
}
