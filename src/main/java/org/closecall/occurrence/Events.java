package org.closecall.occurrence;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Says when a record that is still going on has changed; the page fetches the change itself. */
@Path("/occurrences/{number}/events")
class Events {

    @Inject
    LiveRecords records;

    @Inject
    Viewer viewer;

    /** seen, or what the browser heard last, is the newest line of the history the page shows. */
    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> index(long number, @RestQuery String seen, @RestHeader("Last-Event-ID") String heard, @Context Sse events) {
        var occurrence = Occurrence.numberedEvenRemoved(number);
        if (occurrence.removed() && !viewer.member()) {
            throw new NotFoundException();
        }
        var news = LiveRecords.news(List.of(occurrence.id)).get(occurrence.id);
        var from = Stream.of(heard, seen).map(Typed::id).filter(Objects::nonNull).findFirst().orElse(0L);
        if (news.open() && records.full()) {
            throw new ServiceUnavailableException();
        }
        return Multi.createFrom().emitter(out -> {
            var page = new LivePage(occurrence.id, from, events, out);
            if (news.open()) {
                records.watch(page);
            }
            page.hear(news);
        });
    }
}
