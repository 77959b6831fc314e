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

/** What we ask of Jira: REST version 2, which Cloud, Data Center and Server speak. */
@RegisterRestClient
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface JiraApi {

    @GET
    @Path("/myself")
    Response myself(@HeaderParam(HttpHeaders.AUTHORIZATION) String token);

    @GET
    @Path("/issue/{key}")
    Response look(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("key") String key, @QueryParam("fields") String fields);

    @GET
    @Path("/search")
    Response search(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @QueryParam("jql") String jql, @QueryParam("fields") String fields, @QueryParam("maxResults") int most);

    /** Cloud's: the other one is gone there. */
    @GET
    @Path("/search/jql")
    Response searchCloud(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @QueryParam("jql") String jql, @QueryParam("fields") String fields, @QueryParam("maxResults") int most);

    @POST
    @Path("/issue")
    Response create(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, JsonNode issue);
}
