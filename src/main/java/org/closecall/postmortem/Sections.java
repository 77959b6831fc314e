package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/**
 * Each section has its own button, and each button saves all that was typed: a page that loads again would lose the
 * rest. The button only says where to go on.
 */
@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class Sections {

    @CheckedTemplate
    static class Templates {
        /** editing: the key of the text that is to be edited with both versions in view, or empty. */
        static native TemplateInstance clash(Postmortem postmortem, List<Clash> clashes, String editing, String then);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @Inject
    Insertion insertion;

    @POST
    @Path("/sections")
    @Transactional
    public Response update(long number, MultivaluedMap<String, String> form) {
        return save(Postmortem.editing(Occurrence.adding(number)), form, "/edit");
    }

    @POST
    @Path("/sections/{key}")
    @Transactional
    public Response update(long number, String key, MultivaluedMap<String, String> form) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        postmortem.section(key);
        return save(postmortem, form, "/edit#" + postmortem.asked().partOf(key));
    }

    private Response save(Postmortem postmortem, MultivaluedMap<String, String> form, String back) {
        insertion.into(form);
        var saving = new Saving(postmortem, viewer.person(), viewer.now());
        LineChoices.take(form, saving);
        Remarks.take(form, saving);
        var writing = Writing.of(postmortem, form);
        var errors = writing.check(postmortem);
        if (errors.any()) {
            return Pages.invalid(Postmortems.edit(postmortem, writing, errors));
        }
        var choice = Choice.of(form);
        choice.applyTo(saving, writing, form);
        var clashes = saving.write(writing);
        var then = Texts.orEmpty(form.getFirst("then"));
        if (!clashes.isEmpty()) {
            return Pages.conflict(Templates.clash(postmortem, clashes, choice.editing(), then));
        }
        var hazard = Luck.file(postmortem, form.getFirst("hazard"), viewer.person(), viewer.now());
        flash.notice(hazard == null ? "Saved." : "Saved, and filed as hazard #" + hazard.number + ".");
        return Pages.seeOther(then.isEmpty() ? postmortem.path() + (form.containsKey("lines") ? "/edit#timeline" : back) : Pages.inside(then));
    }
}
