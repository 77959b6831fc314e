package org.closecall.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What we ask of GitLab: REST version 4. A project is its whole path, as one part of the address. */
@RegisterRestClient
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface GitLabApi {

    @GET
    @Path("/user")
    Response user(@HeaderParam("PRIVATE-TOKEN") String token);

    @GET
    @Path("/projects/{project}/{what}/{number}")
    Response look(@HeaderParam("PRIVATE-TOKEN") String token, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known,
            @PathParam("project") String project, @PathParam("what") String what, @PathParam("number") String number);

    @GET
    @Path("/projects/{project}/issues")
    Response latest(@HeaderParam("PRIVATE-TOKEN") String token, @PathParam("project") String project, @QueryParam("per_page") int most);

    @POST
    @Path("/projects/{project}/issues")
    Response create(@HeaderParam("PRIVATE-TOKEN") String token, @PathParam("project") String project, JsonNode issue);
}
