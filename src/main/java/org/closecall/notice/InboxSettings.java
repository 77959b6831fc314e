package org.closecall.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Option;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** What one is told, where and when. Nobody else is concerned, so the last one to save wins. */
@Path("/inbox/settings")
class InboxSettings {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(InboxForm form, List<NoticeKind> kinds, List<Option> days, List<Option> begins, List<Option> ends, boolean mail, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance edit() {
        return page(InboxForm.of(viewer.person()), Errors.none());
    }

    @POST
    @Transactional
    public Response update(InboxForm form) {
        var errors = form.check();
        if (errors.any()) {
            return Pages.invalid(page(form, errors));
        }
        form.applyTo(viewer.person());
        flash.notice("Saved. It holds for everything you are told from now on.");
        return Pages.seeOther("/inbox/settings");
    }

    private TemplateInstance page(InboxForm form, Errors errors) {
        var kinds = Arrays.stream(NoticeKind.values()).filter(kind -> kind != NoticeKind.SYSTEM || viewer.administrator()).toList();
        return Templates.edit(form, kinds, InboxForm.weekdays(), InboxForm.hours(0, 23), InboxForm.hours(1, 24), MailServer.there(), errors);
    }
}
