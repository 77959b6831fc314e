package org.closecall.tracker;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import org.closecall.action.ActionItem;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** Making an issue elsewhere of an action. It is written down, sent, and written down again: no transaction waits for another site. */
@Path("/actions")
@RolesAllowed(Role.MEMBERS)
class ActionIssues {

    private static final String LOST = "No answer came. Whether the issue was made nobody knows yet: look for it below.";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(ActionItem action, IssueForm form, List<Option> trackers, Errors errors, String earlier);
    }

    /** The answer to give at once, or the request to send. */
    private record Begun(Response answer, IssueRequest request) {
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @Inject
    Wires wires;

    @Inject
    OwnAddress address;

    @GET
    @Path("/{id}/issues/new")
    public TemplateInstance blank(long id, @RestQuery String tracker) {
        var action = ActionLinks.present(ActionItem.findById(id));
        var trackers = makers();
        var chosen = trackers.stream().filter(one -> trackers.size() == 1 || one.id.toString().equals(tracker)).findFirst().orElse(null);
        return page(action, IssueForm.of(action, chosen), trackers, Errors.none(), null);
    }

    @POST
    @Path("/{id}/issues")
    public Response create(long id, IssueForm form) {
        var begun = QuarkusTransaction.requiringNew().call(() -> begin(id, form));
        if (begun.answer != null) {
            return begun.answer;
        }
        try {
            var request = begun.request;
            made(request.id, wires.to(request.tracker).create(request.project, request.title, request.body));
        } catch (LostAnswer lost) {
            if (!found(begun.request)) {
                flash.notice(LOST);
            }
        } catch (Refusal refusal) {
            return QuarkusTransaction.requiringNew().call(() -> refused(id, begun.request.id, form, refusal));
        }
        return Pages.seeOther(ActionLinks.there(id));
    }

    /** Looks for an issue whose answer was lost. */
    @POST
    @Path("/{id}/issues/{request}/search")
    public Response search(long id, long request) {
        var lost = IssueRequest.of(id, request);
        if (lost.state == IssueRequest.State.SENT && !found(lost)) {
            flash.notice("It was not found among the latest issues of " + lost.project + ". If it is not there, say so and ask for it again.");
        }
        return Pages.seeOther(ActionLinks.there(id));
    }

    @POST
    @Path("/{id}/issues/{request}/dismissal")
    @Transactional
    public Response dismiss(long id, long request) {
        IssueRequest.of(id, request).forget();
        flash.notice("Noted: it was not made. You can ask for it again.");
        return Pages.seeOther(ActionLinks.there(id));
    }

    private Begun begin(long id, IssueForm form) {
        var action = ActionLinks.changing(id);
        var me = viewer.person();
        var trackers = makers();
        var use = FormKey.use(form.key(), form, me);
        if (use.repeated()) {
            return new Begun(Pages.seeOther(use.location()), null);
        }
        var errors = form.check(validator, trackers);
        if (!IssueRequest.lost(action).isEmpty()) {
            errors.add("tracker", "An issue was asked for already and no answer came. On the action's page, look for it first");
        }
        if (errors.any()) {
            return new Begun(Pages.invalid(page(action, form, trackers, errors, null)), null);
        }
        if (use.changed()) {
            return new Begun(Pages.conflict(page(action, form.again(), trackers, errors, use.location())), null);
        }
        FormKey.used(form.key(), form, me, ActionLinks.there(id), viewer.now());
        return new Begun(null, form.request(form.chosen(trackers)).begin(action, address.own(), me, viewer.now()));
    }

    private void made(long request, String number) {
        QuarkusTransaction.requiringNew().run(() -> {
            var made = IssueRequest.changing(request);
            made.made(number, viewer.person(), viewer.now());
            flash.notice(made.link.name() + " is made and linked.");
        });
    }

    private boolean found(IssueRequest lost) {
        try {
            var number = wires.to(lost.tracker).find(lost.project, lost.reference);
            if (number != null) {
                made(lost.id, number);
            }
            return number != null;
        } catch (Refusal notNow) {
            return false;
        }
    }

    private Response refused(long id, long request, IssueForm form, Refusal refusal) {
        IssueRequest.changing(request).refused(refusal.getMessage());
        return Pages.invalid(page(ActionLinks.changing(id), form.again(), makers(), Errors.none().add("tracker", refusal.getMessage()), null));
    }

    private static List<Tracker> makers() {
        return Tracker.inUse().stream().filter(Tracker::hasToken).toList();
    }

    private static TemplateInstance page(ActionItem action, IssueForm form, List<Tracker> trackers, Errors errors, String earlier) {
        return Templates.blank(action, form, IssueForm.options(trackers), errors, earlier);
    }
}
