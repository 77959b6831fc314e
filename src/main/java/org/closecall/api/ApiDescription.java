package org.closecall.api;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What holds for every operation of the API, said once. */
public class ApiDescription implements OASFilter {

    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getInfo().description("What programs may do in Closecall. Send a token with every request: `Authorization: Bearer cc_…`. "
                + "People make tokens on their profile, administrators make those of services. Times are ISO 8601 in UTC, days are ISO 8601 dates. "
                + "Whatever is refused is answered as RFC 9457 problem JSON. Fields may be added to answers at any time; what is there keeps its name and meaning.");
        var components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        components.addSecurityScheme("token", OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").description("A personal or a service's token. What it may be used for is chosen when it is made."));
        components.addSchema(PROBLEM, problem());
        api.components(components);
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations().values().forEach(operation -> describe(operation, path.contains("{"))));
    }

    private static void describe(Operation operation, boolean one) {
        refusal(operation, "401", "No token, or one that has expired, was revoked or belongs to somebody who has left");
        refusal(operation, "403", "The token lacks the scope, or the role behind it only reads");
        if (one) {
            refusal(operation, "404", "There is no such thing, or no more");
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("4") && answer.getContent() == null) {
                answer.content(problemContent());
            }
        });
    }

    private static void refusal(Operation operation, String status, String why) {
        APIResponse there = operation.getResponses().getAPIResponse(status);
        if (there == null) {
            operation.getResponses().addAPIResponse(status, OASFactory.createAPIResponse().description(why));
        }
    }

    private static org.eclipse.microprofile.openapi.models.media.Content problemContent() {
        return OASFactory.createContent().addMediaType("application/problem+json", OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM)));
    }

    private static Schema problem() {
        var field = typed(SchemaType.OBJECT, "One field that was wrong").addProperty("field", typed(SchemaType.STRING, "Its name")).addProperty("message", typed(SchemaType.STRING, "What is wrong with it"));
        return typed(SchemaType.OBJECT, "A refusal, as RFC 9457 writes it").addProperty("status", typed(SchemaType.INTEGER, "The HTTP status again"))
                .addProperty("title", typed(SchemaType.STRING, "What sort of refusal it is")).addProperty("detail", typed(SchemaType.STRING, "What was wrong here, in a sentence"))
                .addProperty("errors", typed(SchemaType.ARRAY, "The fields that were wrong; missing where it was not fields").items(field)).required(List.of("status", "title"));
    }

    private static Schema typed(SchemaType type, String description) {
        return OASFactory.createSchema().addType(type).description(description);
    }
}
