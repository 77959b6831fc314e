package org.closecall.catalog;

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
import org.closecall.people.Role;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** Tags are made where they are used, on occurrences; here they are only renamed. */
@Path("/tags")
class Tags {

    private static final int SHOWN = 200;

    @CheckedTemplate
    static class Templates {
        /** next is the last name shown when there are more, or null. */
        static native TemplateInstance index(List<TagRow> tags, boolean first, String next);

        static native TemplateInstance edit(TagForm form, Tag tag, Errors errors, Conflict conflict);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance index(@RestQuery String after) {
        var tags = TagRow.after(after, SHOWN + 1);
        var shown = tags.subList(0, Math.min(SHOWN, tags.size()));
        var next = tags.size() > SHOWN ? shown.get(SHOWN - 1).name() : null;
        return Templates.index(shown, after == null, next);
    }

    @GET
    @Path("/{id}/edit")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance edit(long id) {
        Tag tag = CatalogEntry.present(Tag.findById(id));
        return Templates.edit(TagForm.of(tag), tag, Errors.none(), null);
    }

    @POST
    @Path("/{id}")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response update(long id, TagForm form) {
        var tag = Tag.changing(id);
        var errors = form.errors(validator, tag);
        if (errors.any()) {
            return Pages.invalid(Templates.edit(form, tag, errors, null));
        }
        var conflict = form.against(tag);
        if (conflict != null) {
            return Pages.conflict(Templates.edit(form.merged(tag, conflict), tag, errors, conflict));
        }
        var renamed = tag.rename(form.name(), viewer.person(), viewer.now());
        flash.notice(renamed ? "The tag is called " + tag.name + " now, on every record." : "Nothing was changed.");
        return Pages.seeOther("/tags");
    }
}
