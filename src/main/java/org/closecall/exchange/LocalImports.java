package org.closecall.exchange;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.closecall.store.RunningInstance;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** bin/import's way in: open to whoever can read the token in the data folder, and to nobody else. */
@Path("/api/v1/imports")
class LocalImports {

    @Inject
    ImportJobs jobs;

    @ConfigProperty(name = "closecall.data", defaultValue = "data")
    java.nio.file.Path folder;

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response create(@RestHeader(HttpHeaders.AUTHORIZATION) String authorization, @RestQuery String file, @RestQuery boolean dryRun,
            InputStream content) throws IOException {
        if (RunningInstance.on(folder).filter(instance -> instance.authorizes(authorization)).isEmpty()) {
            return Response.status(Response.Status.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
        }
        var report = jobs.atOnce(Texts.fileName(file), content.readAllBytes(), dryRun);
        return Response.status(report.good() ? 200 : 422).type(MediaType.TEXT_PLAIN + ";charset=UTF-8").entity(report.text()).build();
    }
}
