package org.closecall.defence;

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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.catalog.Control;
import org.closecall.catalog.Layer;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Saying what each control did in an occurrence, all of them on one page. */
@Path("/occurrences/{number}/controls")
@RolesAllowed(Role.MEMBERS)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class Defences {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(Occurrence occurrence, DefenceForm form, List<Layer> layers, Map<Layer, List<Control>> controls, Errors errors, Conflict conflict);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance edit(long number) {
        var occurrence = Occurrence.numbered(number);
        var recording = Recording.of(occurrence);
        return page(occurrence, recording.form(), recording, Errors.none(), null);
    }

    @POST
    @Transactional
    public Response update(long number, MultivaluedMap<String, String> fields) {
        var occurrence = Occurrence.adding(number);
        var recording = Recording.of(occurrence);
        var form = DefenceForm.of(fields);
        var errors = form.check(recording.controls);
        if (errors.any()) {
            return Pages.invalid(page(occurrence, form, recording, errors, null));
        }
        var saved = recording.snapshot();
        var conflict = Conflict.between(form.opened(recording.controls, saved), recording.snapshot(form), saved, occurrence.subject());
        if (conflict != null) {
            return Pages.conflict(page(occurrence, form.merged(recording.form(), recording.controls, conflict), recording, errors, conflict));
        }
        flash.notice(recording.save(form, viewer.person(), viewer.now()) ? "Saved." : "Nothing was changed.");
        return Pages.seeOther("/occurrences/" + number + "#defence");
    }

    private static TemplateInstance page(Occurrence occurrence, DefenceForm form, Recording recording, Errors errors, Conflict conflict) {
        var byLayer = recording.controls.stream().collect(Collectors.groupingBy(control -> control.layer));
        return Templates.edit(occurrence, form, Arrays.stream(Layer.values()).filter(byLayer::containsKey).toList(), byLayer, errors, conflict);
    }
}
