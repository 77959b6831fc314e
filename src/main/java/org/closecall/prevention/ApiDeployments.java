package org.closecall.prevention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.closecall.api.Json;
import org.closecall.people.Role;
import org.closecall.web.Problem;
import org.closecall.web.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Deployments for programs. */
@Path("/api/v1/deployments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prevention")
class ApiDeployments {

    private static final PreventionKind KIND = PreventionKind.DEPLOYMENT;

    @Inject
    Viewer viewer;

    @GET
    @Operation(summary = "List deployments", description = "Newest first, with how many match in all. Pages by next, which is in the Link header too.")
    @SecurityRequirement(name = "token", scopes = "prevention:read")
    @APIResponse(responseCode = "200", description = "One page of deployments", content = @Content(schema = @Schema(implementation = ApiDeploymentList.class)))
    @APIResponse(responseCode = "422", description = "A filter that cannot be read, or that there is none of")
    public Response index(@BeanParam ApiPreventionQuery query, UriInfo address) {
        var errors = query.check(address.getQueryParameters().keySet(), KIND);
        if (errors.any()) {
            return Problem.of(errors).response();
        }
        PreventionList<Deployment> list = PreventionList.of(KIND, query.filter(), viewer.organisation().zone(), query.most());
        var page = new ApiDeploymentList(list.rows().stream().map(one -> json(one, address)).toList(), list.total(), list.next());
        return Report.page(page, list.next(), address);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read one deployment", description = "What was reported of it, as people may have corrected it since.")
    @SecurityRequirement(name = "token", scopes = "prevention:read")
    @APIResponse(responseCode = "200", description = "The deployment", content = @Content(schema = @Schema(implementation = ApiDeployment.class)))
    public ApiDeployment show(@RestPath @Parameter(description = "The number in its address") long id, UriInfo address) {
        Deployment found = KIND.found(id);
        if (found.removed()) {
            throw new NotFoundException("There is no such deployment");
        }
        return json(found, address);
    }

    @POST
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Report a deployment", description = "One request at the end of a pipeline. A deployment that failed and was made good later is corrected on its page, or in a file, by its key." + Report.SEVERAL)
    @SecurityRequirement(name = "token", scopes = "prevention:write")
    @APIResponse(responseCode = "200", description = Report.WRITTEN, content = @Content(schema = @Schema(implementation = ApiReported.class)))
    @APIResponse(responseCode = "201", description = "It is written down, now or when it was first reported; Location says where it is", content = @Content(schema = @Schema(implementation = ApiDeployment.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "409", description = "Something else was reported under the key, or it was removed by people")
    @APIResponse(responseCode = "422", description = "Some fields are wrong; those of a list are called [3].service")
    public Response create(@RestHeader("Idempotency-Key") @Parameter(description = Report.KEY) String key,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(oneOf = {ApiNewDeployment.class, ApiNewDeployment[].class}),
                    examples = @ExampleObject(name = "new", value = "{\"key\": \"pipeline-4711\", \"service\": \"Payments\", \"version\": \"2026.47.2\", \"deployedAt\": \"2026-11-12T01:11:00Z\", \"outcome\": \"OK\"}"))) InputStream body, UriInfo address) {
        var sent = Json.readSome(body, ApiNewDeployment.class);
        if (sent.list()) {
            return Reports.answer(KIND, key, sent.all(), viewer, address.getBaseUri());
        }
        var there = Report.of(KIND, key, sent.all().get(0), viewer).written();
        return Response.created(address.getBaseUri().resolve("/api/v1/deployments/" + there.id)).entity(json(there, address)).build();
    }

    private static ApiDeployment json(Deployment one, UriInfo address) {
        return ApiDeployment.of(one, address.getBaseUri());
    }
}
