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
import java.util.List;
import java.util.stream.Stream;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Puts a mistaken filing into the record it belongs to: first what would move, then at one press. */
@Path("/occurrences/{number}/merger")
@RolesAllowed(Role.MEMBERS)
class Mergers {

    @CheckedTemplate
    static class Templates {
        /** kept is null until it is known which record stays; moving is what would move into it. */
        static native TemplateInstance blank(Occurrence occurrence, String into, Occurrence kept, List<String> moving, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance blank(long number, @RestQuery String into) {
        var gone = Occurrence.numbered(number);
        var errors = Errors.none();
        var kept = into == null || into.isBlank() ? null : kept(gone, into, errors);
        return page(gone, into, kept, errors);
    }

    /** Sent twice, the second leads to where it went. */
    @POST
    @Transactional
    public Response create(long number, @RestForm String into) {
        OccurrenceLink.takeTurn();
        lock(number, LinkForm.number(into));
        var gone = Occurrence.numberedEvenRemoved(number);
        if (gone.mergedInto != null) {
            return Pages.seeOther("/occurrences/" + gone.mergedInto.number + "?from=" + number);
        }
        gone = Occurrence.numbered(number);
        var errors = Errors.none();
        var kept = kept(gone, into, errors);
        if (errors.any()) {
            return Pages.invalid(page(gone, into, null, errors));
        }
        new Merger(gone, kept).merge(viewer.person(), viewer.now());
        flash.undoable("#" + number + " is merged into this record. Its address leads here.", "/occurrences/" + number + "/merger/removal");
        return Pages.seeOther("/occurrences/" + kept.number + "?from=" + number);
    }

    /** In the order of their numbers, so that two mergers never wait for each other. */
    private static void lock(long number, Long into) {
        Stream.of(Long.valueOf(number), into == null ? Long.valueOf(number) : into).distinct().sorted()
                .filter(one -> Occurrence.count("number", one) > 0).forEach(one -> Occurrence.editing(one));
    }

    private static Occurrence kept(Occurrence gone, String into, Errors errors) {
        var found = Errors.none();
        var kept = new LinkForm(Relation.RELATED.name(), into).found(gone, found);
        if (kept == null) {
            errors.add("into", found.on("other"));
        } else {
            new Merger(gone, kept).check(errors);
        }
        return errors.any() ? null : kept;
    }

    private static TemplateInstance page(Occurrence gone, String into, Occurrence kept, Errors errors) {
        return Templates.blank(gone, into, kept, kept == null ? List.of() : new Merger(gone, kept).moving(), errors);
    }
}
