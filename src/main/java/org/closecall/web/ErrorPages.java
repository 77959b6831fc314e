package org.closecall.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.closecall.occurrence.MergedAway;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Every refusal and failure as a page that says what happened, what to do, and the request's id. */
public class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);
    private static final int NOT_FOUND = 404;

    @CheckedTemplate(basePath = "Errors")
    static class Templates {
        static native TemplateInstance show(int status, String title, String advice);
    }

    @Inject
    Viewer viewer;

    @ServerExceptionMapper
    public Response http(WebApplicationException refusal) {
        var status = refusal.getResponse().getStatus();
        if (status >= 400 && Problem.answers(viewer.path())) {
            return problem(refusal);
        }
        var moved = status == NOT_FOUND && viewer.reading() && BlockingOperationControl.isBlockingAllowed() ? MergedAway.address(viewer.path()) : null;
        return moved != null ? Pages.seeOther(moved) : status < 400 ? refusal.getResponse() : page(refusal.getResponse());
    }

    /** What only administrators may see is not there for others. */
    @ServerExceptionMapper
    public Response forbidden(ForbiddenException refusal) {
        return Problem.answers(viewer.path()) ? Problem.of(403, "The role behind this token only reads").response() : page(viewer.path().startsWith("/admin") ? NOT_FOUND : 403);
    }

    @ServerExceptionMapper(priority = 10_000)
    public Response failure(Exception failure) {
        LOG.errorf(failure, "Request %s failed", viewer.requestId());
        return Problem.answers(viewer.path()) ? Problem.of(500, "The log describes it under the request " + viewer.requestId()).response() : page(500);
    }

    /** The form token's refusal comes without a page. */
    @ServerResponseFilter
    public void fill(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 400 && !response.hasEntity() && "POST".equals(request.getMethod())) {
            response.setEntity(show(400).render(), null, MediaType.valueOf("text/html;charset=UTF-8"));
        }
    }

    private static Response problem(WebApplicationException refusal) {
        var said = refusal.getMessage();
        return Problem.of(refusal.getResponse().getStatus(), said == null || said.startsWith("HTTP ") ? null : said).response();
    }

    /** Who is told to come back is told when. */
    private static Response page(Response refused) {
        return Response.fromResponse(page(refused.getStatus())).header(HttpHeaders.RETRY_AFTER, refused.getHeaderString(HttpHeaders.RETRY_AFTER)).build();
    }

    private static Response page(int status) {
        return Pages.page(status, show(status));
    }

    public static TemplateInstance show(int status) {
        return switch (status) {
            case 400 -> Templates.show(status, "This form cannot be accepted", "It carries no valid form token: it was opened before you signed in, or cookies are switched off. Go back, reload the page and send it again; what you typed is still there.");
            case 403 -> Templates.show(status, "Your role cannot do this", "You may read this page but not change it. An administrator can give you the member role.");
            case NOT_FOUND -> Templates.show(status, "There is nothing here", "The address may have a letter too many, or the page was removed.");
            case 405 -> Templates.show(status, "This address takes forms, not visits", "Open the page the form is on and send it from there.");
            case 413 -> Templates.show(status, "That is more than fits", "A form may carry 64 MB in all and 4 MB a field. Go back, shorten it or send fewer files at once.");
            case 503 -> Templates.show(status, "Too busy for this just now", "Several documents are being printed already. Wait half a minute and ask again; nothing is lost.");
            default -> Templates.show(status, "Something went wrong on our side", "It is written to the log under the request below. Try again; if it stays, tell whoever looks after Closecall that number.");
        };
    }
}
