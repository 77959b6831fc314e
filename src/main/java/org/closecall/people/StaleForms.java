package org.closecall.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.closecall.web.Crossing;
import org.closecall.web.ErrorPages;
import org.closecall.web.Failures;
import org.closecall.web.KeptForms;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/**
 * A form whose token no longer fits, such as one that was open for two weeks, comes back whole, to be looked at and sent again;
 * so does one that met no database.
 */
@ApplicationScoped
class StaleForms implements KeptForms {

    private static final int AWAY = 503;

    @CheckedTemplate
    static class Templates {
        /** away: the database is, and nothing is wrong with the form. */
        static native TemplateInstance again(String token, Sent sent, boolean away);
    }

    @Inject
    RoutingContext routing;

    /** The refusal of the form's token is a bare 400. What another site has sent is not offered to be sent. */
    @ServerResponseFilter
    public void keep(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 400 && !response.hasEntity() && "POST".equals(request.getMethod())) {
            var form = Crossing.foreign(routing.request()) ? null : form();
            var page = form == null ? ErrorPages.untrusted() : Templates.again(Resumptions.token(routing), Sent.in(routing.request().uri(), multipart(request), form), false);
            response.setEntity(page.render(), null, MediaType.valueOf("text/html;charset=UTF-8"));
        } else if (response.getStatus() == AWAY && "POST".equals(request.getMethod()) && !Crossing.foreign(routing.request())) {
            lost(request, response);
        }
    }

    /** The database went away while the form was being worked on. */
    private void lost(ContainerRequestContext request, ContainerResponseContext response) {
        var form = form();
        var sent = form == null ? null : Sent.in(routing.request().uri(), multipart(request), form);
        if (sent != null && !sent.secret()) {
            response.setEntity(Templates.again(Resumptions.token(routing), sent, true).render(), null, MediaType.valueOf("text/html;charset=UTF-8"));
        }
    }

    /** The database is away before anything has looked at the form. */
    @Override
    public boolean keep(RoutingContext request) {
        if (!SentBody.readable(request)) {
            return false;
        }
        SentBody.read(request).thenAccept(sent -> Failures.page(request, () -> (sent.isPresent() && !sent.get().secret() ? Templates.again(Resumptions.token(request), sent.get(), true) : ErrorPages.away(false)).render()));
        return true;
    }

    private static boolean multipart(ContainerRequestContext request) {
        return MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(request.getMediaType());
    }

    /** What the filter is given hides it. */
    private static FormData form() {
        var read = CurrentRequestManager.get();
        return read == null ? null : read.getFormData();
    }
}
