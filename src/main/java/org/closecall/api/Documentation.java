package org.closecall.api;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What programs may do here, for people to read: made from the very document that programs read. */
@Path("/api")
class Documentation {

    @CheckedTemplate
    static class Templates {
        /** base is where this server was reached. */
        static native TemplateInstance show(ApiDocument document, String base);
    }

    @Inject
    OpenApiDocumentService documents;

    @Inject
    RoutingContext request;

    @GET
    public TemplateInstance show() {
        var document = ApiDocument.of(documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
        return Templates.show(document, request.request().scheme() + "://" + request.request().authority());
    }
}
