package org.closecall.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** What one was told, and reading it. Opening something is a button: a visit would change it. */
@Path("/inbox")
class Inbox {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(InboxPage page);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index(@RestQuery String show, @RestQuery String before) {
        return Templates.index(InboxPage.of(viewer.person(), "all".equals(show), Typed.id(before)));
    }

    /** back is where to stay; without it one goes to what the notice is about. */
    @POST
    @Path("/{id}/reading")
    @Transactional
    public Response read(long id, @RestForm String back) {
        var notice = Notice.of(viewer.person(), id);
        notice.read(viewer.now());
        return Pages.seeOther(Pages.inside(Typed.given(back) ? back : notice.path));
    }

    @POST
    @Path("/readings")
    @Transactional
    public Response create(@RestForm String upTo) {
        var last = Typed.id(upTo);
        var read = last == null ? 0 : Notice.readAll(viewer.person(), last, viewer.now());
        flash.notice(read == 1 ? "One notice is marked as read." : read + " notices are marked as read.");
        return Pages.seeOther("/inbox");
    }
}
