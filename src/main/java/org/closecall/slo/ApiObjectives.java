package org.closecall.slo;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.jboss.resteasy.reactive.RestPath;

/** Samples of service level indicators from programs. They are measurements, not anybody's edits: no history is written of each. */
@Path("/api/v1/slos")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service level objectives")
class ApiObjectives {

    private static final String EXAMPLE = "{\"samples\": [{\"start\": \"2026-11-22T02:00:00Z\", \"seconds\": 60, \"good\": 1197, \"total\": 1200}]}";

    @Inject
    Viewer viewer;

    @POST
    @Path("/{id}/samples")
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Send SLI samples", description = "Good and all requests of one or more intervals of a request-based objective. An interval is known by its start: sent again with the same numbers it is taken once, "
            + "with others it is refused, and so is the whole request. Intervals must not overlap. Burn rates are looked at at once.")
    @SecurityRequirement(name = "token", scopes = "sli:write")
    @APIResponse(responseCode = "200", description = "All of them are here now", content = @Content(schema = @Schema(implementation = ApiSamplesTaken.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "409", description = "Another value is here for one of the intervals, or the objective takes no samples")
    @APIResponse(responseCode = "422", description = "Some fields are wrong")
    public Response create(@RestPath @Parameter(description = "The number in the objective's address") long id, @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ApiSamples.class), examples = @ExampleObject(name = "samples", value = EXAMPLE))) InputStream body) {
        var asked = Json.read(body, ApiSamples.class);
        var objective = Objective.changing(id);
        if (objective.kind.time() || objective.archived()) {
            return Problem.of(409, objective.archived() ? "This objective is retired: it takes no samples" : "This objective is time-based: it is computed from incidents and takes no samples").response();
        }
        var check = SampleCheck.of(asked, viewer.now());
        if (check.errors().any()) {
            return Problem.of(check.errors()).response();
        }
        var fresh = check.fresh(SliSamples.near(objective, check.samples()));
        if (check.errors().any()) {
            return Problem.of(check.errors()).as(409).response();
        }
        return Response.ok(take(objective, check, fresh)).build();
    }

    private ApiSamplesTaken take(Objective objective, SampleCheck check, List<SliSamples.Sample> fresh) {
        if (!fresh.isEmpty()) {
            SliSamples.store(objective, fresh);
            BurnWatch.watch(objective, viewer.now(), viewer.organisation().zone());
        }
        return new ApiSamplesTaken(fresh.size(), check.samples().size() - fresh.size(), SliSamples.latest(objective, viewer.now()));
    }
}
