package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.attachment.Attachment;
import org.closecall.attachment.Picture;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The pictures of a postmortem. One that is attached here goes to the end of its section; pasted ones go where the cursor is. */
@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
class PostmortemImages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(Postmortem postmortem, List<Attachment> images, ImageForm form, Errors errors, String earlier);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/images")
    public TemplateInstance index(long number, @RestQuery String section) {
        return page(Postmortem.there(Occurrence.numbered(number)), ImageForm.blank(section), Errors.none(), null);
    }

    @POST
    @Path("/images")
    @Transactional
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response create(long number, ImageForm form, @RestForm FileUpload image) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        var picture = Picture.of(image);
        var sent = form.sent(picture);
        var use = FormKey.use(form.key(), sent, viewer.person());
        if (use.repeated()) {
            return Pages.seeOther(use.location());
        }
        var errors = form.check(postmortem, picture);
        if (errors.any()) {
            return Pages.invalid(page(postmortem, form, errors, null));
        }
        if (use.changed()) {
            return Pages.conflict(page(postmortem, form.again(), errors, use.location()));
        }
        form.put(picture.keep(postmortem.occurrence, postmortem.id, form.words(), viewer.person(), viewer.now()), postmortem, viewer);
        var there = postmortem.path() + "/edit#" + postmortem.asked().partOf(form.section());
        FormKey.used(form.key(), sent, viewer.person(), there, viewer.now());
        flash.notice("The picture stands at the end of its section.");
        return Pages.seeOther(there);
    }

    @POST
    @Path("/images/{id}/removal")
    @Transactional
    public Response remove(long number, long id) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        var image = Attachment.picture(postmortem.id, id);
        if (!image.removed()) {
            image.remove(viewer.person(), viewer.now());
        }
        flash.undoable(image.name + " is removed. Where a text shows it, nothing is shown.", postmortem.path() + "/images/" + id + "/restoration");
        return Pages.seeOther(postmortem.path() + "/images");
    }

    @POST
    @Path("/images/{id}/restoration")
    @Transactional
    public Response restore(long number, long id) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        var image = Attachment.picture(postmortem.id, id);
        if (image.removed()) {
            image.restore(viewer.person(), viewer.now());
        }
        flash.notice(image.name + " is back.");
        return Pages.seeOther(postmortem.path() + "/images");
    }

    private static TemplateInstance page(Postmortem postmortem, ImageForm form, Errors errors, String earlier) {
        return Templates.index(postmortem, Attachment.pictures(postmortem.id), form, errors, earlier);
    }
}
