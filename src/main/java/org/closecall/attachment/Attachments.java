package org.closecall.attachment;

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
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.TimelineEntry;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Attaching files to a record. It has a page of its own: what is being written on the record's waits there. */
@Path("/occurrences/{number}/attachments")
@RolesAllowed(Role.MEMBERS)
class Attachments {

    @CheckedTemplate
    static class Templates {
        /** kept are the names of those files of a refused form that were good; entry is null for the record as a whole. */
        static native TemplateInstance blank(Occurrence occurrence, TimelineEntry entry, String key, List<String> kept, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/new")
    public TemplateInstance blank(long number, @RestQuery String entry) {
        var occurrence = Occurrence.numbered(number);
        return Templates.blank(occurrence, entry(occurrence, entry), FormKey.fresh(), List.of(), Errors.none());
    }

    @POST
    @Transactional
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response create(long number, @RestForm String key, @RestForm String entry, @RestForm List<FileUpload> files) {
        var occurrence = Occurrence.adding(number);
        var to = entry(occurrence, entry);
        var form = UploadForm.of(key, to == null ? null : to.id, files).fitting(Attachment.room(occurrence));
        var there = "/occurrences/" + number + (to == null ? "#files" : "#entry-" + to.id);
        if (form.use(viewer.person()).repeated()) {
            return Pages.seeOther(there);
        }
        form.good().forEach(upload -> Attachment.add(occurrence, form.entry(), null, upload, viewer.person(), viewer.now()));
        FormKey.used(form.once(), form.stamp(), viewer.person(), there, viewer.now());
        if (form.errors().any()) {
            return Pages.invalid(Templates.blank(occurrence, to, FormKey.fresh(), form.good().stream().map(Upload::name).toList(), form.errors()));
        }
        flash.notice(form.good().size() == 1 ? "The file is attached." : form.good().size() + " files are attached.");
        return Pages.seeOther(there);
    }

    @POST
    @Path("/{id}/removal")
    @Transactional
    public Response remove(long number, long id) {
        var attachment = Attachment.of(Occurrence.adding(number), id);
        if (!attachment.removed()) {
            attachment.remove(viewer.person(), viewer.now());
        }
        flash.notice(attachment.name + " is removed. It can be restored under “Removed files”.");
        return Pages.seeOther("/occurrences/" + number + "#files");
    }

    @POST
    @Path("/{id}/restoration")
    @Transactional
    public Response restore(long number, long id) {
        var occurrence = Occurrence.adding(number);
        var attachment = Attachment.of(occurrence, id);
        if (attachment.removed() && Attachment.room(occurrence) <= 0) {
            flash.notice(attachment.name + " does not fit: a record has at most " + Attachment.MOST + " files.");
        } else if (attachment.removed()) {
            attachment.restore(viewer.person(), viewer.now());
            flash.notice(attachment.name + " is back.");
        }
        return Pages.seeOther("/occurrences/" + number + "#files");
    }

    private static TimelineEntry entry(Occurrence occurrence, String entry) {
        return Typed.given(entry) ? TimelineEntry.of(occurrence, Typed.id(entry) == null ? -1 : Typed.id(entry)) : null;
    }
}
