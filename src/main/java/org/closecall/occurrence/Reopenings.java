package org.closecall.occurrence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.stream.Stream;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** It came back, or was never over: mitigated and resolved are taken off, the timeline says why and what they were. */
@Path("/occurrences/{number}/reopening")
@RolesAllowed(Role.MEMBERS)
class Reopenings {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(Occurrence occurrence, ReopeningForm form, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance blank(long number) {
        return Templates.blank(withProgress(Occurrence.numbered(number)), ReopeningForm.blank(), Errors.none());
    }

    @POST
    @Transactional
    public Response create(long number, ReopeningForm form) {
        var occurrence = withProgress(Occurrence.adding(number));
        var errors = Errors.of(validator.validate(form));
        if (errors.any()) {
            return Pages.invalid(Templates.blank(occurrence, form, errors));
        }
        var there = "/occurrences/" + number;
        if (FormKey.use(form.key(), form, viewer.person()).repeated()) {
            return Pages.seeOther(there);
        }
        if (occurrence.progress() == Progress.OPEN) {
            flash.notice("#" + number + " is open already.");
            return Pages.seeOther(there);
        }
        reopen(occurrence, Typed.orNull(form.reason()));
        FormKey.used(form.key(), form, viewer.person(), there, viewer.now());
        flash.notice("#" + number + " is open again.");
        return Pages.seeOther(there);
    }

    private void reopen(Occurrence occurrence, String reason) {
        var ends = Stream.of(MomentName.MITIGATED, MomentName.RESOLVED).filter(name -> MomentName.of(occurrence.kind).contains(name) && name.in(occurrence).known())
                .map(name -> line(name.in(occurrence).at(), EntryKind.OBSERVATION, name.label(occurrence.kind) + ", as it seemed until it was reopened")).toList();
        var before = Snapshot.of(occurrence);
        occurrence.mitigated = Moment.NOT_YET;
        occurrence.resolved = Moment.NOT_YET;
        occurrence.changed("reopened", before, viewer.person(), viewer.now());
        ends.forEach(end -> end.add(occurrence, viewer.person(), viewer.now()));
        line(viewer.now(), EntryKind.DECISION, "Reopened: " + reason).add(occurrence, viewer.person(), viewer.now());
    }

    /** What it had counted as stays on the timeline where it was: there it reads in everybody's zone. */
    private static TimelineEntry line(Instant at, EntryKind kind, String text) {
        var entry = new TimelineEntry();
        entry.at = at;
        entry.kind = kind;
        entry.text = text;
        return entry;
    }

    /** A near miss has nothing to reopen. */
    private static Occurrence withProgress(Occurrence occurrence) {
        if (occurrence.progress() == null) {
            throw new NotFoundException();
        }
        return occurrence;
    }
}
