package org.closecall.postmortem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.closecall.action.ActionItem;
import org.closecall.occurrence.LifeLine;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.TimelineEntry;
import org.closecall.web.Mentions;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** A postmortem to take along, for whoever may read it. */
@Path("/occurrences/{number}/postmortem")
class PostmortemExports {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance pdf(Postmortem postmortem, Reading reading, LifeLine life, List<TimelineEntry> timeline, List<ActionItem> actions, String paper);
    }

    @Inject
    Viewer viewer;

    @Inject
    ObjectMapper json;

    @Context
    UriInfo site;

    @GET
    @Path("/markdown")
    public Response markdown(long number) {
        var postmortem = readable(number);
        return file(postmortem, "md", "text/markdown;charset=UTF-8", MarkdownExport.of(Document.of(postmortem), postmortem.asked().parts(), json));
    }

    @GET
    @Path("/json")
    public Response json(long number) {
        var postmortem = readable(number);
        return file(postmortem, "json", "application/json;charset=UTF-8", json.valueToTree(Document.of(postmortem)).toPrettyString());
    }

    /** On A4 unless it is asked for on Letter. */
    @GET
    @Path("/pdf")
    public Response pdf(long number, @RestQuery String paper) {
        var postmortem = readable(number);
        var reading = Reading.of(postmortem);
        var timeline = TimelineEntry.of(postmortem.occurrence);
        Mentions.here().expect(reading.texts());
        Mentions.here().expect(timeline.stream().map(entry -> entry.text));
        var page = Templates.pdf(postmortem, reading, LifeLine.of(postmortem.occurrence, viewer.now()), timeline, ActionItem.of(postmortem.occurrence), "letter".equals(paper) ? "letter" : "a4").render();
        return file(postmortem, "pdf", "application/pdf", Pdf.of(page, site.getBaseUri(), viewer.member()));
    }

    /** Drafts are there for members only. */
    private Postmortem readable(long number) {
        var postmortem = Postmortem.there(Occurrence.numbered(number));
        if (!postmortem.published() && !viewer.member()) {
            throw new NotFoundException();
        }
        return postmortem;
    }

    private static Response file(Postmortem postmortem, String ending, String type, Object content) {
        var name = "postmortem-" + postmortem.occurrence.number + (postmortem.published() ? "" : "-draft") + "." + ending;
        return Response.ok(content).header(HttpHeaders.CONTENT_TYPE, type).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").build();
    }
}
