package org.closecall.calendar;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.catalog.Team;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.ShownOnce;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** The addresses under which the viewer's calendar programs find their dates. */
@Path("/calendars")
class Calendars {

    private static final String ADDRESS = "/calendars";

    @CheckedTemplate
    static class Templates {
        /** fresh is the address of one that was made just before, or null. */
        static native TemplateInstance index(List<FeedRow> rows, String fresh);
    }

    @Inject
    Viewer viewer;

    @Inject
    ShownOnce once;

    @Inject
    Flash flash;

    @Inject
    RoutingContext request;

    @GET
    public TemplateInstance index() {
        var secret = once.take(ADDRESS);
        var feed = secret == null ? null : CalendarFeed.reading(secret);
        var fresh = feed == null || feed.person != viewer.person() ? null : request.request().scheme() + "://" + request.request().authority() + "/calendar/" + secret + ".ics";
        return Templates.index(FeedRow.of(viewer.person()), fresh);
    }

    /** team is empty for one's own. Sent twice, the second address is the one that works and is shown. */
    @POST
    @Transactional
    public Response create(@RestForm String team) {
        var wanted = Typed.given(team) ? Team.of(viewer.person()).stream().filter(one -> one.id.equals(Typed.id(team))).findFirst().orElseThrow(NotFoundException::new) : null;
        once.keep(CalendarFeed.renew(viewer.person(), wanted, viewer.now()), ADDRESS);
        return Pages.seeOther(ADDRESS);
    }

    @POST
    @Path("/{id}/revocation")
    @Transactional
    public Response revoke(long id) {
        if (!CalendarFeed.revoke(viewer.person(), id, viewer.now())) {
            throw new NotFoundException();
        }
        flash.notice("That address no longer works. Programs that read it keep what they have until somebody removes the calendar there.");
        return Pages.seeOther(ADDRESS);
    }
}
