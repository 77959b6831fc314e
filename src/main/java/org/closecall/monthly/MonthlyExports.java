package org.closecall.monthly;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.closecall.postmortem.Pdf;
import org.closecall.postmortem.PdfQueue;
import org.closecall.web.Errors;
import org.closecall.web.Mentions;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** A review to take along. */
@Path("/reliability/reviews")
class MonthlyExports {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance pdf(ReviewPage page, String paper);
    }

    @Inject
    Viewer viewer;

    @Context
    UriInfo site;

    /**
     * A review as a file.
     *
     * @param frozenAt null for a draft, whose numbers may change
     */
    record Export(String period, String team, String state, Instant frozenAt, String frozenBy, Document document, List<Note> corrections) {

        record Note(String text, String by, Instant at) {
        }
    }

    @GET
    @Path("/{id}/export/json")
    public Response json(long id) throws JsonProcessingException {
        var page = page(id);
        var review = page.review();
        var export = new Export(review.period, review.team == null ? null : review.team.name, review.frozen() ? "frozen" : "draft", review.frozenAt, review.frozen() ? review.frozenBy.name : null, page.document(),
                page.corrections().stream().map(one -> new Export.Note(one.text, one.writtenBy.name, one.writtenAt)).toList());
        return file(review, "json", "application/json;charset=UTF-8", FrozenDocument.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(export));
    }

    /** Every number and every cell of every chart, a line each. */
    @GET
    @Path("/{id}/export/csv")
    public Response csv(long id) {
        var page = page(id);
        return file(page.review(), "csv", "text/csv;charset=UTF-8", new Series(page.document().numbers()).csv());
    }

    /** On A4 unless it is asked for on Letter. */
    @GET
    @Path("/{id}/export/pdf")
    public Response pdf(long id, @RestQuery String paper) {
        var page = page(id);
        Mentions.here().expect(page.document().words().stream().map(Document.Words::text));
        var html = Templates.pdf(page, "letter".equals(paper) ? "letter" : "a4").render();
        return file(page.review(), "pdf", "application/pdf", PdfQueue.HERE.print(() -> Pdf.of(html, site.getBaseUri(), viewer.member())));
    }

    private ReviewPage page(long id) {
        return ReviewPage.of(MonthlyReview.shown(id), viewer, CorrectionForm.blank(), Errors.none());
    }

    private static Response file(MonthlyReview review, String ending, String type, Object content) {
        var name = "reliability-" + review.period + (review.team == null ? "" : "-team-" + review.team.id) + (review.frozen() ? "" : "-draft") + "." + ending;
        return Response.ok(content).header(HttpHeaders.CONTENT_TYPE, type).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").build();
    }
}
