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
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What we ask of GitHub: REST version 3. */
@RegisterRestClient
@ClientHeaderParam(name = "X-GitHub-Api-Version", value = "2022-11-28")
@Produces("application/vnd.github+json")
@Consumes(MediaType.APPLICATION_JSON)
interface GitHubApi {

    @GET
    @Path("/user")
    Response user(@HeaderParam(HttpHeaders.AUTHORIZATION) String token);

    @GET
    @Path("/repos/{owner}/{repo}/{what}/{number}")
    Response look(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known,
            @PathParam("owner") String owner, @PathParam("repo") String repo, @PathParam("what") String what, @PathParam("number") String number);

    @GET
    @Path("/repos/{owner}/{repo}/issues")
    Response latest(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("owner") String owner, @PathParam("repo") String repo,
            @QueryParam("state") String state, @QueryParam("per_page") int most);

    @POST
    @Path("/repos/{owner}/{repo}/issues")
    Response create(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("owner") String owner, @PathParam("repo") String repo, JsonNode issue);
}
