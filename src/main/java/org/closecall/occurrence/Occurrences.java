package org.closecall.occurrence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.action.ActionItem;
import org.closecall.people.Change;
import org.closecall.people.Role;
import org.closecall.postmortem.Postmortem;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Mentions;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
class Occurrences {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(OccurrenceFilter filter, OccurrenceLog log, Choices choices);

        /** earlier: where this form's first sending led, when it now says something else. twin: what was filed with the same words. */
        static native TemplateInstance blank(ReportForm form, Errors errors, Choices choices, String earlier, Occurrence twin);

        static native TemplateInstance show(Occurrence occurrence, LifeLine life, List<TimelineEntry> timeline, EntryForm entry, Errors errors,
                List<ActionItem> actions, Postmortem postmortem, int changes);

        static native TemplateInstance edit(Occurrence occurrence, OccurrenceForm form, Errors errors, Choices choices, Conflict conflict);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    @GET
    @Path("/occurrences")
    public TemplateInstance index(@BeanParam OccurrenceFilter filter) {
        return Templates.index(filter, filter.page(viewer), Choices.forFilter());
    }

    @GET
    @Path("/report")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance blank(@RestQuery String kind, @RestQuery String service, @RestQuery String detection, @RestQuery String narrative) {
        return Templates.blank(ReportForm.blank(kind, viewer).about(service, detection, narrative), Errors.none(), Choices.forReport(), null, null);
    }

    @POST
    @Path("/occurrences")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response create(ReportForm form) {
        var errors = Errors.of(validator.validate(form));
        form.check(errors, viewer);
        if (errors.any()) {
            return Pages.invalid(Templates.blank(form, errors, Choices.forReport(), null, null));
        }
        var use = FormKey.use(form.key(), form, viewer.person());
        if (use.repeated()) {
            return Pages.seeOther(use.location());
        }
        var twin = use.changed() ? null : form.twin(viewer);
        if (use.changed() || twin != null) {
            return Pages.conflict(Templates.blank(form.again(), errors, Choices.forReport(), use.location(), twin));
        }
        var filed = form.occurrence(viewer.zone()).file(viewer.person(), viewer.now());
        var like = form.like();
        if (like != null) {
            OccurrenceLink.relate(filed, like, viewer.person(), viewer.now());
        }
        FormKey.used(form.key(), form, viewer.person(), "/occurrences/" + filed.number, viewer.now());
        flash.notice("Filed as #" + filed.number + ". Add what you learn as you learn it.");
        return Pages.seeOther("/occurrences/" + filed.number);
    }

    @GET
    @Path("/occurrences/{number}")
    public TemplateInstance show(long number, @RestQuery String at, @RestQuery String kind) {
        var occurrence = Occurrence.numberedEvenRemoved(number);
        if (occurrence.mergedInto != null) {
            flash.notice("#" + number + " was merged into this record.");
            throw new RedirectionException(Pages.seeOther("/occurrences/" + occurrence.mergedInto.number + "?from=" + number));
        } else if (occurrence.removed() && !viewer.member()) {
            throw new NotFoundException();
        }
        var timeline = TimelineEntry.of(occurrence);
        return page(occurrence, timeline, EntryForm.next(occurrence, timeline, at, kind, viewer), Errors.none(), viewer);
    }

    @GET
    @Path("/occurrences/{number}/edit")
    @RolesAllowed(Role.MEMBERS)
    public TemplateInstance edit(long number) {
        var occurrence = Occurrence.numbered(number);
        return Templates.edit(occurrence, OccurrenceForm.of(occurrence, viewer.zone()), Errors.none(), Choices.forEdit(occurrence), null);
    }

    @POST
    @Path("/occurrences/{number}")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    public Response update(long number, OccurrenceForm form) {
        var occurrence = Occurrence.editing(number);
        var errors = Errors.of(validator.validate(form));
        form.check(errors, viewer);
        if (occurrence.mergedInto != null) {
            return Pages.conflict(Templates.edit(occurrence, form, errors, Choices.forEdit(occurrence), null));
        }
        if (errors.any()) {
            return Pages.invalid(Templates.edit(occurrence, form, errors, Choices.forEdit(occurrence), null));
        }
        var saved = OccurrenceForm.of(occurrence, viewer.zone());
        var before = Snapshot.of(occurrence);
        form.applyTo(occurrence, viewer.zone());
        var conflict = saved.version().equals(form.version()) ? null
                : Conflict.since(Typed.version(form.version()), Snapshot.of(occurrence), before, occurrence.subject());
        if (conflict != null) {
            QuarkusTransaction.setRollbackOnly();
            return Pages.conflict(Templates.edit(occurrence, form.merged(saved, conflict), errors, Choices.forEdit(occurrence), conflict));
        }
        flash.notice(occurrence.edited(before, viewer.person(), viewer.now()) ? "Saved." : "Nothing was changed.");
        return Pages.seeOther("/occurrences/" + number);
    }

    static TemplateInstance page(Occurrence occurrence, List<TimelineEntry> timeline, EntryForm entry, Errors errors, Viewer viewer) {
        Mentions.here().expect(Stream.concat(Stream.of(occurrence).map(o -> o.narrative), timeline.stream().map(line -> line.text)));
        return Templates.show(occurrence, occurrence.lifeLine(viewer.now()), timeline, entry, errors,
                ActionItem.of(occurrence), Postmortem.of(occurrence), (int) Change.countOfOccurrence(occurrence.id, viewer.member()));
    }
}
