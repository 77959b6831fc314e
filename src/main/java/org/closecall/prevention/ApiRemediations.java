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
import java.util.List;
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

/** Remediation runs for programs. */
@Path("/api/v1/remediations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prevention")
class ApiRemediations {

    private static final PreventionKind KIND = PreventionKind.REMEDIATION;

    @Inject
    Viewer viewer;

    @GET
    @Operation(summary = "List remediation runs", description = "Newest first, with how many match in all. Pages by next, which is in the Link header too.")
    @SecurityRequirement(name = "token", scopes = "prevention:read")
    @APIResponse(responseCode = "200", description = "One page of remediation runs", content = @Content(schema = @Schema(implementation = ApiRemediationList.class)))
    @APIResponse(responseCode = "422", description = "A filter that cannot be read, or that there is none of")
    public Response index(@BeanParam ApiPreventionQuery query, UriInfo address) {
        var errors = query.check(address.getQueryParameters().keySet(), KIND);
        if (errors.any()) {
            return Problem.of(errors).response();
        }
        PreventionList<Remediation> list = PreventionList.of(KIND, query.filter(), viewer.organisation().zone(), query.most());
        var page = new ApiRemediationList(list.rows().stream().map(one -> ApiRemediation.of(one, list.relapsed().contains(one.id), address.getBaseUri())).toList(), list.total(), list.next());
        return Report.page(page, list.next(), address);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read one remediation run", description = "What was reported of it, as people may have corrected it since.")
    @SecurityRequirement(name = "token", scopes = "prevention:read")
    @APIResponse(responseCode = "200", description = "The remediation run", content = @Content(schema = @Schema(implementation = ApiRemediation.class)))
    public ApiRemediation show(@RestPath @Parameter(description = "The number in its address") long id, UriInfo address) {
        Remediation found = KIND.found(id);
        if (found.removed()) {
            throw new NotFoundException("There is no such remediation run");
        }
        return json(found, address);
    }

    @POST
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Report a remediation run", description = "One request for each run of something that heals by itself: a restart, a fail-over, a clean-up. Give it a key, so that a report that was sent twice counts once." + Report.SEVERAL)
    @SecurityRequirement(name = "token", scopes = "prevention:write")
    @APIResponse(responseCode = "200", description = Report.WRITTEN, content = @Content(schema = @Schema(implementation = ApiReported.class)))
    @APIResponse(responseCode = "201", description = "It is written down, now or when it was first reported; Location says where it is", content = @Content(schema = @Schema(implementation = ApiRemediation.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "409", description = "Something else was reported under the key, or it was removed by people")
    @APIResponse(responseCode = "422", description = "Some fields are wrong; those of a list are called [3].service")
    public Response create(@RestHeader("Idempotency-Key") @Parameter(description = Report.KEY) String key,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(oneOf = {ApiNewRemediation.class, ApiNewRemediation[].class}),
                    examples = @ExampleObject(name = "new", value = "{\"key\": \"k8s-restart-8f31\", \"type\": \"Pod restarted: out of memory\", \"service\": \"Payments\", \"startedAt\": \"2026-11-12T01:11:00Z\", \"finishedAt\": \"2026-11-12T01:11:40Z\", \"outcome\": \"SUCCEEDED\"}"))) InputStream body, UriInfo address) {
        var sent = Json.readSome(body, ApiNewRemediation.class);
        if (sent.list()) {
            return Reports.answer(KIND, key, sent.all(), viewer, address.getBaseUri());
        }
        var there = Report.of(KIND, key, sent.all().get(0), viewer).written();
        return Response.created(address.getBaseUri().resolve("/api/v1/remediations/" + there.id)).entity(json(there, address)).build();
    }

    private static ApiRemediation json(Remediation one, UriInfo address) {
        return ApiRemediation.of(one, !PreventionList.relapsed(List.of(one.id)).isEmpty(), address.getBaseUri());
    }
}
