package org.closecall.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.chore.JobState;
import org.closecall.people.Change;
import org.closecall.people.Role;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** When people are reminded, and whether that reaches them. */
@Path("/admin/reminders")
@RolesAllowed(Role.ADMINISTRATORS)
class ReminderPolicies {

    private static final int SHOWN = 20;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(PolicyForm form, MailState mail, List<JobState> jobs, List<Change> history, Errors errors, Conflict conflict);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @Inject
    Postbox postbox;

    @GET
    public TemplateInstance edit() {
        return page(PolicyForm.of(ReminderPolicy.current()), Errors.none(), null);
    }

    @POST
    @Transactional
    public Response update(PolicyForm form) {
        var policy = ReminderPolicy.changing();
        var errors = form.check();
        if (errors.any()) {
            return Pages.invalid(page(form, errors, null));
        }
        var conflict = form.against(policy);
        if (conflict != null) {
            return Pages.conflict(page(form.merged(policy, conflict), errors, conflict));
        }
        flash.notice(policy.edit(form.before(), form.escalate(), viewer.person(), viewer.now()) ? "Saved. It holds from the next round of reminders." : "Nothing was changed.");
        return Pages.seeOther("/admin/reminders");
    }

    /** Sent at once: whoever presses wants to see whether it works. */
    @POST
    @Path("/test-mail")
    @Transactional
    public Response create() {
        if (MailServer.there()) {
            var mail = OutgoingMail.to(viewer.person(), TestLetter.to(viewer.person(), viewer.organisation()), viewer.now());
            flash.notice(mail.attempt(postbox, viewer.now()) ? "The mail server has taken a test mail to " + viewer.person().email + "." : "The test mail could not be sent: " + mail.failure);
        } else {
            flash.notice("No mail server is set up.");
        }
        return Pages.seeOther("/admin/reminders");
    }

    private static TemplateInstance page(PolicyForm form, Errors errors, Conflict conflict) {
        return Templates.edit(form, MailState.now(), JobState.all(), Change.latest(ReminderPolicy.SUBJECT, SHOWN), errors, conflict);
    }
}
