package org.closecall.action;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.closecall.web.FormKey;
import org.closecall.web.Problem;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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

/** The steps of an action for programs: the same ones, and no others, as on its page. */
@Path("/api/v1/actions/{id}/transitions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Actions")
class ApiTransitions {

    @Inject
    Viewer viewer;

    @GET
    @Operation(summary = "Read the steps of an action", description = "In the order they were taken, the promise first.")
    @SecurityRequirement(name = "token", scopes = "actions:read")
    @APIResponse(responseCode = "200", description = "The steps", content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ApiTransition.class)))
    public List<ApiTransition> index(@RestPath @Parameter(description = "The number of the action") long id) {
        return ApiTransition.of(ApiActions.listed(id));
    }

    @POST
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change the state of an action", description = "Open leads to in progress, done and dropped; in progress also back to open; done to verified, which somebody else says than whoever did it or promised it; and from wherever it was settled it may be opened again.")
    @SecurityRequirement(name = "token", scopes = "actions:write")
    @APIResponse(responseCode = "200", description = "The action where it stands now", content = @Content(schema = @Schema(implementation = ApiAction.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "409", description = "That step does not lead on from where it stands, or is not this person’s to take")
    @APIResponse(responseCode = "422", description = "The evidence or the reason is missing")
    public Response create(@RestPath @Parameter(description = "The number of the action") long id, @RestHeader("Idempotency-Key") @Parameter(description = ApiActions.AGAIN) String key,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ApiStep.class),
                    examples = @ExampleObject(name = "done", value = "{\"to\": \"DONE\", \"evidence\": \"https://git.example.org/merge/812\"}"))) InputStream body, UriInfo address) {
        var asked = Json.read(body, ApiStep.class);
        var me = viewer.person();
        var once = Json.key(key, me);
        var action = ActionItem.changing(ApiActions.listed(id).id);
        var use = FormKey.use(once, asked, me);
        if (use.changed() || use.repeated() && !use.location().equals("/actions/" + id)) {
            return Problem.of(409, "This Idempotency-Key was used for something else before").response();
        }
        if (!use.repeated()) {
            take(asked, action);
            FormKey.used(once, asked, me, "/actions/" + id, viewer.now());
        }
        return Response.ok(ApiAction.of(action, viewer.today(), address.getBaseUri())).build();
    }

    private void take(ApiStep asked, ActionItem action) {
        var to = asked.target();
        if (to != null && to != ActionState.RISK_ACCEPTED && !action.state.leadsTo(to)) {
            throw Json.refused(Problem.of(409, "It is " + action.state.inText() + ": no step leads from there to " + to.inText()));
        }
        var errors = asked.check(action.state);
        if (errors.any()) {
            throw Json.refused(Problem.of(errors));
        }
        if (to == ActionState.VERIFIED && viewer.service()) {
            throw Json.refused(Problem.of(409, "A service verifies nothing: a person has to have looked"));
        }
        if (to == ActionState.VERIFIED && !action.verifiableBy(viewer.person())) {
            throw Json.refused(Problem.of(409, "Somebody else has to say this: neither who did it nor whose promise it is"));
        }
        go(to, asked, new Step(action, viewer.person(), viewer.now()));
    }

    private void go(ActionState to, ApiStep asked, Step step) {
        switch (to) {
            case IN_PROGRESS -> step.start();
            case DONE -> step.complete(Typed.orNull(asked.evidence()));
            case VERIFIED -> step.verify(Typed.orNull(asked.evidence()), viewer.today().plusDays(ActionPolicy.current().judgeAfterDays));
            case DROPPED -> step.drop(Typed.orNull(asked.reason()));
            default -> step.reopen(Typed.orNull(asked.reason()));
        }
    }
}
