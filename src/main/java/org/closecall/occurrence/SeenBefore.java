package org.closecall.occurrence;

import io.quarkus.qute.TemplateExtension;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.LocalTimes;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/**
 * The report as typed so far beside what was filed like it; writes nothing. A form, as the text may be long and is
 * nobody's business in an address. With JavaScript only the list is taken from the answer, while typing.
 */
@Path("/report/similar")
@RolesAllowed(Role.MEMBERS)
class SeenBefore {

    @Inject
    Viewer viewer;

    @POST
    @Transactional
    public Response create(ReportForm form) {
        return Pages.page(200, Occurrences.Templates.blank(form, Errors.none(), Choices.forReport(), null, null));
    }

    @TemplateExtension
    static List<Similar> seenBefore(ReportForm form, Viewer viewer) {
        var readable = LocalTimes.given(form.noticed()) && LocalTimes.complaint(form.noticed(), viewer.zone(), viewer.now()) == null;
        return Similar.to(form.narrative(), Typed.id(form.service()), readable ? LocalTimes.parse(form.noticed(), viewer.zone()) : null);
    }
}
