package org.closecall.postmortem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
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
import java.util.stream.Stream;
import org.closecall.action.ActionItem;
import org.closecall.occurrence.LifeLine;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.TimelineEntry;
import org.closecall.web.Mentions;
import org.closecall.web.Typed;
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
    public Response markdown(long number, @RestQuery String version) {
        var postmortem = shown(number, version);
        return file(postmortem, "md", "text/markdown;charset=UTF-8", MarkdownExport.of(Document.of(postmortem, actions(postmortem)), postmortem.asked().parts(), json));
    }

    @GET
    @Path("/json")
    public Response json(long number, @RestQuery String version) {
        var postmortem = shown(number, version);
        return file(postmortem, "json", "application/json;charset=UTF-8", json.valueToTree(Document.of(postmortem, actions(postmortem))).toPrettyString());
    }

    /** On A4 unless it is asked for on Letter. */
    @GET
    @Path("/pdf")
    public Response pdf(long number, @RestQuery String version, @RestQuery String paper) {
        var postmortem = shown(number, version);
        var reading = Reading.of(postmortem);
        var timeline = postmortem.chronicle().entries();
        Mentions.here().expect(Stream.concat(reading.texts(), timeline.stream().map(entry -> entry.text)));
        var page = Templates.pdf(postmortem, reading, LifeLine.of(postmortem.occurrence, viewer.now()), timeline, actions(postmortem), "letter".equals(paper) ? "letter" : "a4").render();
        return file(postmortem, "pdf", "application/pdf", PdfQueue.HERE.print(() -> Pdf.of(page, site.getBaseUri(), viewer.member())));
    }

    /** What is seen here, as a file: pdf, markdown or json. */
    @TemplateExtension
    static String file(Postmortem of, String format) {
        return of.path() + "/" + format + "?version=" + (of.standing == null ? "draft" : of.standing.number);
    }

    /** What was published last, another version of it by its number, or what is written: drafts and what was withdrawn are there for members only. */
    private Postmortem shown(long number, String version) {
        var postmortem = Postmortem.there(Occurrence.numbered(number));
        var written = "draft".equals(version) || version == null && !postmortem.published();
        var publication = written ? null : version == null ? postmortem.publication : Publication.of(postmortem, Typed.version(version));
        if (!viewer.member() && (written || !postmortem.published() || publication.withdrawn())) {
            throw new NotFoundException();
        }
        return written ? postmortem : publication.asItStood();
    }

    /** Of a former version, where they stood then. */
    private static List<ActionItem> actions(Postmortem postmortem) {
        return postmortem.standing == null || postmortem.standing.current() ? ActionItem.of(postmortem.occurrence) : postmortem.standing.actions();
    }

    private static Response file(Postmortem postmortem, String ending, String type, Object content) {
        var version = postmortem.standing == null ? "draft" : "v" + postmortem.standing.number;
        var name = "postmortem-" + postmortem.occurrence.number + "-" + version + "." + ending;
        return Response.ok(content).header(HttpHeaders.CONTENT_TYPE, type).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").build();
    }
}
