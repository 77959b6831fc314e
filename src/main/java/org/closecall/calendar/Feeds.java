package org.closecall.calendar;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.closecall.people.Organisation;
import org.closecall.people.Token;
import org.closecall.postmortem.ReviewMeeting;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestHeader;

/** What a calendar program reads, which cannot sign in: the address is the key. */
@Path("/calendar/{secret}.ics")
class Feeds {

    private static final int MOST = 1_000;
    private static final Duration PAST = Duration.ofDays(90);

    @Inject
    Viewer viewer;

    @GET
    public Response show(String secret, @RestHeader(HttpHeaders.IF_NONE_MATCH) String known, UriInfo address, RoutingContext request) {
        var feed = CalendarFeed.reading(secret);
        if (feed == null) {
            throw new NotFoundException("There is no such calendar");
        }
        if (feed.notesReading(request, viewer.now())) {
            QuarkusTransaction.requiringNew().run(() -> feed.read(request, viewer.now()));
        }
        var text = text(feed, address.getBaseUri());
        var tag = "\"" + Token.digest(text) + "\"";
        request.response().headers().set(HttpHeaders.CACHE_CONTROL, "private, max-age=300");
        var answer = known != null && known.contains(tag) ? Response.notModified()
                : Response.ok(text, "text/calendar;charset=UTF-8").header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"closecall.ics\"");
        return answer.header(HttpHeaders.ETAG, tag).build();
    }

    private String text(CalendarFeed feed, URI base) {
        var calendar = ICal.feed(feed.name());
        var organisation = Organisation.current();
        FeedEntry.of(feed, MOST).forEach(entry -> entry.addTo(calendar, base, organisation));
        meetings(feed).forEach(meeting -> meeting.addTo(calendar, base, ""));
        return calendar.text();
    }

    /** Who may not read drafts does not learn their titles here either. */
    private List<ReviewMeeting> meetings(CalendarFeed feed) {
        var since = viewer.now().minus(PAST);
        return !feed.person.member() ? List.of() : feed.team == null ? ReviewMeeting.with(feed.person, since, MOST) : ReviewMeeting.about(feed.team, since, MOST);
    }
}
