package org.closecall.tracker;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.people.Change;
import org.closecall.people.Role;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

@Path("/admin/trackers")
@RolesAllowed(Role.ADMINISTRATORS)
class Trackers {

    private static final int SHOWN = 10;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(List<Tracker> trackers);

        /** The tracker, its webhook and its history are null when it is new. */
        static native TemplateInstance form(TrackerForm form, Tracker tracker, Errors errors, Conflict conflict, String earlier, Webhook webhook, List<Change> history);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @Inject
    Seal seal;

    @Inject
    OwnAddress address;

    @GET
    public TemplateInstance index() {
        return Templates.index(Tracker.all());
    }

    @GET
    @Path("/new")
    public TemplateInstance blank() {
        return form(TrackerForm.blank(), null, Errors.none(), null, null);
    }

    @POST
    @Transactional
    public Response create(TrackerForm form) {
        var me = viewer.person();
        var use = FormKey.use(form.key(), form, me);
        if (use.location() != null) {
            return use.repeated() ? Pages.seeOther(use.location()) : Pages.conflict(form(form.again(), null, Errors.none(), null, use.location()));
        }
        var errors = form.errors(validator, null);
        if (errors.any()) {
            return Pages.invalid(form(form, null, errors, null, null));
        }
        var tracker = new Tracker().begin(seal, me, viewer.now());
        form.applyTo(tracker, seal, viewer.now());
        form.noteKeys(tracker, me, viewer.now());
        tracker.added(me, viewer.now());
        ActionLink.adopt(tracker, viewer.now());
        FormKey.used(form.key(), form, me, tracker.address(), viewer.now());
        flash.notice(tracker.name + " is added." + (tracker.hasToken() ? " Try it, to see whether the token is right." : ""));
        return Pages.seeOther(tracker.address());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance edit(long id) {
        var tracker = Tracker.found(id);
        return form(TrackerForm.of(tracker), tracker, Errors.none(), null, null);
    }

    @POST
    @Path("/{id}")
    @Transactional
    public Response update(long id, TrackerForm form) {
        var tracker = Tracker.changing(id);
        var errors = form.errors(validator, tracker);
        if (errors.any()) {
            return Pages.invalid(form(form, tracker, errors, null, null));
        }
        var conflict = form.against(tracker, seal);
        if (conflict != null) {
            return Pages.conflict(form(form.merged(tracker, conflict), tracker, errors, conflict, null));
        }
        var before = tracker.snapshot();
        form.applyTo(tracker, seal, viewer.now());
        form.noteKeys(tracker, viewer.person(), viewer.now());
        flash.notice(tracker.edited(before, viewer.person(), viewer.now()) ? tracker.name + " is saved." : "Nothing was changed.");
        if (tracker.elsewhere(before)) {
            ActionLink.adopt(tracker, viewer.now());
        }
        return Pages.seeOther(tracker.address());
    }

    private TemplateInstance form(TrackerForm form, Tracker tracker, Errors errors, Conflict conflict, String earlier) {
        return Templates.form(form, tracker, errors, conflict, earlier, tracker == null ? null : Webhook.of(tracker, address.own(), seal),
                tracker == null ? null : Change.latest(tracker.subject(), SHOWN));
    }
}
