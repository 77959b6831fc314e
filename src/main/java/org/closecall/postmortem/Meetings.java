package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Collectors;
import org.closecall.calendar.ICal;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** When a postmortem is talked about, and the file that puts it into a calendar. */
@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
class Meetings {

    @CheckedTemplate
    static class Templates {
        /** saved is what somebody else made of it meanwhile, or null. */
        static native TemplateInstance edit(Postmortem postmortem, MeetingForm form, ReviewMeeting saved, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/meeting")
    public TemplateInstance edit(long number) {
        var postmortem = Postmortem.there(Occurrence.numbered(number));
        return Templates.edit(postmortem, MeetingForm.of(ReviewMeeting.of(postmortem.id), viewer.zone()), null, Errors.none());
    }

    @POST
    @Path("/meeting")
    @Transactional
    public Response update(long number, MeetingForm form) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        var there = ReviewMeeting.of(postmortem.id);
        var errors = form.check(viewer);
        if (errors.any()) {
            return Pages.invalid(Templates.edit(postmortem, form, null, errors));
        }
        if (there != null && !form.sequence().equals(String.valueOf(there.sequence))) {
            return Pages.conflict(Templates.edit(postmortem, form.over(there), there, errors));
        }
        var meeting = there == null ? ReviewMeeting.first(postmortem) : there;
        var before = meeting.snapshot();
        form.applyTo(meeting, viewer.zone());
        meeting.moved(before, viewer.person(), viewer.now());
        flash.notice("The meeting is set. Its calendar file is beside it.");
        return Pages.seeOther(postmortem.path() + "/review");
    }

    @POST
    @Path("/meeting/removal")
    @Transactional
    public Response remove(long number) {
        var meeting = found(Postmortem.editing(Occurrence.adding(number)));
        meeting.cancel(viewer.person(), viewer.now());
        flash.notice("The meeting is cancelled. Its calendar file says so.");
        return Pages.seeOther(meeting.postmortem.path() + "/review");
    }

    @GET
    @Path("/meeting.ics")
    public Response calendar(long number, UriInfo address) {
        var meeting = found(Postmortem.there(Occurrence.numbered(number)));
        return Response.ok(meeting.addTo(new ICal(), address.getBaseUri(), reviewers(meeting.postmortem)).text(), "text/calendar;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"postmortem-" + number + ".ics\"").build();
    }

    private static String reviewers(Postmortem postmortem) {
        var names = postmortem.reviewing().reviewers().stream().map(reviewer -> reviewer.person().name).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "\nReviewers: " + names;
    }

    private static ReviewMeeting found(Postmortem postmortem) {
        var meeting = ReviewMeeting.of(postmortem.id);
        if (meeting == null) {
            throw new NotFoundException("There is no review meeting");
        }
        return meeting;
    }
}
