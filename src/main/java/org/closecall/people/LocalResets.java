package org.closecall.people;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.closecall.store.RunningInstance;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestHeader;

/** bin/reset's way in: open to whoever can read the token in the data folder, and to nobody else. */
@Path("/api/v1/resets")
class LocalResets {

    @Inject
    Clock clock;

    @ConfigProperty(name = "closecall.data", defaultValue = "data")
    java.nio.file.Path folder;

    @ConfigProperty(name = "closecall.address")
    String address;

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @Transactional
    public Response create(@RestHeader(HttpHeaders.AUTHORIZATION) String authorization, String email) {
        if (RunningInstance.on(folder).filter(instance -> instance.authorizes(authorization)).isEmpty()) {
            return Response.status(Response.Status.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
        }
        var answer = ResetAnswer.to(email, address, clock.instant());
        return Response.status(answer.good() ? 200 : 422).type(MediaType.TEXT_PLAIN + ";charset=UTF-8").entity(answer.text()).build();
    }
}
