package org.closecall.action;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
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
import java.util.Comparator;
import java.util.List;
import org.closecall.api.Json;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
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

/** Actions for programs. */
@Path("/api/v1/actions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Actions")
class ApiActions {

    static final String AGAIN = "Any text that is new for each thing to be done: sent again with the same body within days, it is done once and answered alike";

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @GET
    @Operation(summary = "List actions", description = "Due soonest first and what has no date last; what is settled, asked for by its state, latest first. Pages by next, which is in the Link header too.")
    @SecurityRequirement(name = "token", scopes = "actions:read")
    @APIResponse(responseCode = "200", description = "One page of actions", content = @Content(schema = @Schema(implementation = ApiActionList.class)))
    @APIResponse(responseCode = "422", description = "A filter that cannot be read, or that there is none of")
    public Response index(@BeanParam ApiActionQuery query, UriInfo address) {
        var errors = query.check(address.getQueryParameters().keySet());
        if (errors.any()) {
            return Problem.of(errors).response();
        }
        var list = ActionList.of(query.filter(viewer), viewer, query.most());
        var page = new ApiActionList(whole(list.actions()).stream().map(action -> json(action, address)).toList(), list.next());
        var answer = Response.ok(page);
        return (list.next() == null ? answer : answer.link(address.getRequestUriBuilder().replaceQueryParam("after", list.next()).build(), "next")).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read one action", description = "With everything its page says about it but what was written below it.")
    @SecurityRequirement(name = "token", scopes = "actions:read")
    @APIResponse(responseCode = "200", description = "The action", content = @Content(schema = @Schema(implementation = ApiAction.class)))
    public ApiAction show(@RestPath @Parameter(description = "The number in its address") long id, UriInfo address) {
        return json(listed(id), address);
    }

    @POST
    @Transactional
    @RolesAllowed(Role.MEMBERS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create an action", description = "The same rules hold as on the form. It is written down under the name of whoever the token belongs to.")
    @SecurityRequirement(name = "token", scopes = "actions:write")
    @APIResponse(responseCode = "201", description = "It is made; Location says where it is", content = @Content(schema = @Schema(implementation = ApiAction.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "409", description = "The Idempotency-Key was used for something else")
    @APIResponse(responseCode = "422", description = "Some fields are wrong")
    public Response create(@RestHeader("Idempotency-Key") @Parameter(description = AGAIN) String key,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ApiNewAction.class),
                    examples = @ExampleObject(name = "new", value = "{\"title\": \"Verify the full chain on every host before a rotation continues\", \"aim\": \"PREVENT_RECURRENCE\", \"occurrence\": 1}"))) InputStream body, UriInfo address) {
        var asked = Json.read(body, ApiNewAction.class);
        var me = viewer.person();
        var once = Json.key(key, me);
        var use = FormKey.use(once, asked, me);
        if (use.changed()) {
            return Problem.of(409, "This Idempotency-Key was used for something else before").response();
        }
        var action = use.repeated() ? ActionItem.shown(Long.parseLong(use.location().replaceAll("\\D", ""))) : made(asked);
        FormKey.used(once, asked, me, "/actions/" + action.id, viewer.now());
        return Response.created(address.getBaseUri().resolve("/api/v1/actions/" + action.id)).entity(json(action, address)).build();
    }

    private static List<ActionItem> whole(List<ActionItem> of) {
        return ActionItem.withIds(of.stream().map(action -> action.id).toList()).stream().sorted(Comparator.comparing(of::indexOf)).toList();
    }

    private ActionItem made(ApiNewAction asked) {
        var form = asked.form();
        var occurrence = asked.occurrence() == null ? null : Occurrence.<Occurrence>find("number = ?1 and deletedAt is null", asked.occurrence()).firstResult();
        var errors = form.check(Errors.of(validator.validate(form)), null, viewer.today(), Choices.forForm(null, occurrence, viewer.today()));
        if (asked.occurrence() != null && occurrence == null) {
            errors.add("occurrence", "There is no occurrence #" + asked.occurrence());
        }
        if (errors.any()) {
            throw Json.refused(Problem.of(errors));
        }
        return form.born(new ActionItem(), occurrence != null).add(occurrence == null ? null : Occurrence.adding(occurrence.number), viewer.person(), viewer.now());
    }

    private ApiAction json(ActionItem action, UriInfo address) {
        return ApiAction.of(action, viewer.today(), address.getBaseUri());
    }

    /** What is in no list is not there for programs. */
    static ActionItem listed(long id) {
        var action = ActionItem.shown(id);
        if (!action.listed()) {
            throw new NotFoundException("There is no such action");
        }
        return action;
    }
}
