package org.closecall.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.closecall.web.Crossing;
import org.closecall.web.ErrorPages;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** A form whose token no longer fits, such as one that was open for two weeks, comes back whole, to be looked at and sent again. */
class StaleForms {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance again(String token, Sent sent);
    }

    @Inject
    RoutingContext routing;

    /** The refusal of the form's token is a bare 400. What another site has sent is not offered to be sent. */
    @ServerResponseFilter
    public void keep(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 400 && !response.hasEntity() && "POST".equals(request.getMethod())) {
            var form = Crossing.foreign(routing.request()) ? null : form();
            var page = form == null ? ErrorPages.untrusted() : Templates.again(Resumptions.token(routing), Sent.in(routing.request().uri(), multipart(request), form));
            response.setEntity(page.render(), null, MediaType.valueOf("text/html;charset=UTF-8"));
        }
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
