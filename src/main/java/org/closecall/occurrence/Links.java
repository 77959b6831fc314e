package org.closecall.occurrence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** How a record hangs together with others. Each write may be sent twice. */
@Path("/occurrences/{number}/links")
@RolesAllowed(Role.MEMBERS)
class Links {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(Occurrence occurrence, LinkForm form, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/new")
    public TemplateInstance blank(long number, @RestQuery String relation, @RestQuery String other) {
        return Templates.blank(Occurrence.numbered(number), LinkForm.blank(relation, other), Errors.none());
    }

    @POST
    @Transactional
    public Response create(long number, LinkForm form) {
        OccurrenceLink.takeTurn();
        var here = Occurrence.adding(number);
        var errors = Errors.none();
        var there = form.found(here, errors);
        if (there != null) {
            var linked = OccurrenceLink.between(here, there);
            if (linked != null && linked.seenFrom(here) == form.chosen()) {
                return back(number);
            }
            form.check(here, there, linked, errors);
        }
        if (errors.any()) {
            return Pages.invalid(Templates.blank(here, form, errors));
        }
        OccurrenceLink.add(here, form.chosen(), there, viewer.person(), viewer.now());
        flash.notice("Linked: #%d %s #%d.".formatted(number, form.chosen().words, there.number));
        return back(number);
    }

    @POST
    @Path("/{id}/removal")
    @Transactional
    public Response remove(long number, long id) {
        OccurrenceLink.takeTurn();
        OccurrenceLink.of(Occurrence.adding(number), id).remove(viewer.person(), viewer.now());
        return back(number);
    }

    /** Unless the two were linked otherwise meanwhile: then that stands. */
    @POST
    @Path("/{id}/restoration")
    @Transactional
    public Response restore(long number, long id) {
        OccurrenceLink.takeTurn();
        var here = Occurrence.adding(number);
        var link = OccurrenceLink.of(here, id);
        var there = link.other(here);
        var form = new LinkForm(link.seenFrom(here).name(), "#" + there.number);
        var errors = Errors.none();
        if (link.removed() && form.found(here, errors) != null) {
            form.check(here, there, OccurrenceLink.between(here, there), errors);
        }
        if (errors.any()) {
            return Pages.invalid(Templates.blank(here, form, errors));
        }
        if (link.removed()) {
            link.restore(viewer.person(), viewer.now());
        }
        return back(number);
    }

    private static Response back(long number) {
        return Pages.seeOther("/occurrences/" + number + "#linked");
    }
}
