package org.closecall.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Route;
import org.closecall.action.ActionState;
import org.closecall.action.Aim;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocumentationTest {

    @Test
    void saysEverythingAboutEveryOperation() throws Exception {
        Fixtures.organisation();
        var text = Browser.as("viewer").get("/api/v1/openapi.json").then().statusCode(200).extract().asString();
        var document = new ObjectMapper().readTree(text);
        assertTrue(document.path("openapi").asText().startsWith("3."), text);
        var operations = new ArrayList<String>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(verb -> {
            var name = verb.getKey().toUpperCase() + " " + path.getKey();
            operations.add(name);
            complete(name, verb.getValue());
            referencesResolve(document, verb.getValue());
        }));
        // the ways in of bin/import and bin/reset are between them and the server
        var commands = Set.of("/api/v1/imports", "/api/v1/resets");
        var routes = Route.ALL.stream().filter(route -> route.path().startsWith("/api/") && !commands.contains(route.path())).map(Route::toString).toList();
        assertEquals(routes, operations.stream().sorted().toList());
        var action = document.path("components").path("schemas").path("Action").path("properties");
        assertEquals(Arrays.stream(ActionState.values()).map(Enum::name).toList(), words(action.path("state").path("enum")));
        assertEquals(Arrays.stream(Aim.values()).map(Enum::name).toList(), words(action.path("aim").path("enum")));
    }

    @Test
    void isForWhoMayReadHere() {
        Fixtures.organisation();
        given().redirects().follow(false).get("/api/v1/openapi.json").then().statusCode(401);
        var member = Browser.as("member");
        given().header("Authorization", "Bearer " + ApiTokens.made(member, "reader", "actions:read")).get("/api/v1/openapi.yaml").then().statusCode(200).body(containsString("/api/v1/actions"));
        member.get("/api").then().statusCode(200).body(allOf(containsString("Create an action"), containsString("actions:write"), containsString("curl -s -H")));
        Browser.visitor().get("/api").then().statusCode(302);
    }

    private static void complete(String name, JsonNode operation) {
        assertTrue(operation.path("summary").asText().length() > 5 && operation.path("description").asText().length() > 10, name + " has no words");
        var scopes = words(operation.path("security").path(0).path("token"));
        assertEquals(scopes.size(), Scope.of(scopes).size(), name + " asks for a scope that is not there");
        assertTrue(!scopes.isEmpty(), name + " is open to every token");
        for (var status : List.of("401", "403")) {
            assertTrue(operation.path("responses").has(status), name + " does not say " + status);
        }
        operation.path("responses").fields().forEachRemaining(answer -> assertTrue(answer.getValue().path("description").asText().length() > 5 && answer.getValue().path("content").size() > 0, name + " " + answer.getKey()));
        operation.path("parameters").forEach(parameter -> assertTrue(parameter.path("description").asText().length() > 5, name + " " + parameter.path("name")));
    }

    private static void referencesResolve(JsonNode document, JsonNode operation) {
        operation.findValuesAsText("$ref").forEach(reference -> assertTrue(!document.at(reference.substring(1)).isMissingNode(), reference));
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
