package org.closecall.attachment;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestHeader;

/** The files themselves. Whatever they hold is neither guessed at nor run. The name only stands in the address. */
@Path("/attachments/{id}/{name}")
class Downloads {

    @Inject
    Viewer viewer;

    @GET
    public Response show(long id, String name, @RestHeader("If-None-Match") String known, RoutingContext request) {
        var file = Attachment.shown(id, viewer.member());
        var tag = "\"" + file.sha256 + "\"";
        // kept by the browser, but asked for each time: it may be removed since, or somebody else may sit there.
        // over those that every answer carries: headers of the response below would stand beside them
        request.response().headers().set(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .set("Content-Security-Policy", "sandbox; default-src 'none'");
        var answer = known != null && known.contains(tag) ? Response.notModified() : content(file);
        return answer.header(HttpHeaders.ETAG, tag).build();
    }

    private static Response.ResponseBuilder content(Attachment file) {
        var attachment = file.id;
        var size = file.size;
        StreamingOutput content = out -> Content.write(attachment, size, out);
        return Response.ok(content).header(HttpHeaders.CONTENT_TYPE, file.kind.contentType).header(HttpHeaders.CONTENT_LENGTH, size)
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(file.name, file.kind.shown()));
    }
}
