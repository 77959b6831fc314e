package org.closecall.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.closecall.occurrence.MergedAway;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every refusal and failure as a page that says what happened, what to do, and the request's id. */
public class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);
    private static final int NOT_FOUND = 404;

    @CheckedTemplate(basePath = "Errors")
    static class Templates {
        /** again: seconds after which the browser asks once more by itself, or 0. */
        static native TemplateInstance show(int status, String title, String advice, int again);
    }

    @Inject
    Viewer viewer;

    @ServerExceptionMapper
    public Response http(WebApplicationException refusal) {
        var status = refusal.getResponse().getStatus();
        if (status >= 400 && Problem.answers(viewer.path())) {
            return problem(refusal);
        }
        if (refusal instanceof NoSuch unknown) {
            return Pages.page(status, show(status, unknown.getMessage(), unknown.advice()));
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
        var away = DatabaseAway.reason(failure);
        if (away != null) {
            LOG.warnf("Request %s lost its database: %s", viewer.requestId(), away);
            var answer = Problem.answers(viewer.path()) ? Problem.away().response() : Pages.page(503, away(viewer.getting()));
            return Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, DatabaseAway.SECONDS).build();
        }
        LOG.errorf(failure, "Request %s failed", viewer.requestId());
        return Problem.answers(viewer.path()) ? Problem.of(500, "The log describes it under the request " + viewer.requestId()).response() : page(500);
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

    /** What was sent may have been written or not; the keys of forms and their versions make sending it again safe. */
    public static TemplateInstance away(boolean getting) {
        return Templates.show(503, "The database is away", getting ? "Closecall cannot reach its database just now. Nothing that was saved is lost. This page asks again by itself every " + DatabaseAway.SECONDS + " seconds."
                : "Closecall lost its database while you sent this, so it may not be saved. Reload this page in a moment and let the browser send it again: nothing is filed twice.", getting ? DatabaseAway.SECONDS : 0);
    }

    public static TemplateInstance show(int status) {
        return switch (status) {
            case 400 -> show(status, "This request cannot be read", "The address or what was sent with it is not in a form that Closecall understands. Go back and try it from the page itself.");
            case 401 -> show(status, "Sign in first", "This is only for people who are signed in. Sign in and open the address again.");
            case 403 -> show(status, "Your role cannot do this", "Viewers read. Filing and changing needs the member role, which an administrator can give you.");
            case NOT_FOUND -> show(status, "There is nothing here", "The address may have a letter too many, or the page was removed.");
            case 405 -> show(status, "This address takes forms, not visits", "Open the page the form is on and send it from there.");
            case 406, 415 -> show(status, "Not in this format", "This address neither reads nor writes what was asked for. Open it from its page, in a browser.");
            case 408 -> show(status, "That took too long", "What you sent did not arrive in time. Go back and send it again.");
            case 409 -> show(status, "Somebody was quicker", "What this is about has changed since you opened the page. Go back, reload it and look again; what you typed is still there.");
            case 413 -> show(status, "That is more than fits", "A form may carry 64 MB in all and 4 MB a field. Go back, shorten it or send fewer files at once.");
            case 414, 431 -> show(status, "This address is too long", "Choose fewer filters, or search for fewer words.");
            case 422 -> show(status, "Some of this cannot be accepted", "Something in the form or the address is not as it should be. Go back and look at it again; what you typed is still there.");
            case 429 -> show(status, "Too often in a short time", "Wait a minute and try again. Nothing is locked for good, and nothing is lost.");
            case 503 -> show(status, "Too busy for this just now", "Several documents are being printed already. Wait half a minute and ask again; nothing is lost.");
            default -> status < 500 ? show(status, "That did not work", "Closecall cannot answer this request. Go back and try it from the page itself.")
                    : show(status, "Something went wrong on our side", "It is written to the log under the request below. Try again; if it stays, tell whoever looks after Closecall that number.");
        };
    }

    /** A form that another site sent, or that is none. */
    public static TemplateInstance untrusted() {
        return show(400, "This form cannot be accepted", "It does not come from a page of this Closecall, or cookies are switched off. Open the page the form is on and send it from there.");
    }

    private static TemplateInstance show(int status, String title, String advice) {
        return Templates.show(status, title, advice, 0);
    }
}
