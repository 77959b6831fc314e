package org.closecall.catalog;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.people.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ControlsTest {

    Browser administrator;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        administrator = Browser.as("administrator");
    }

    /** The sixteen come with the schema and are there for every test. */
    @AfterEach
    void leaveTheSixteen() {
        QuarkusTransaction.requiringNew().run(() -> {
            Control.delete("id > 16");
            Control.update("archivedAt = null");
        });
    }

    @Test
    void standInFourLayers() {
        Browser.as("viewer").get("/controls").then().statusCode(200)
                .body(allOf(containsString(">Development<"), containsString("Code review"), containsString("Canary"), containsString("Circuit breakers"), containsString("SLO tracking"),
                        not(containsString("Rename")), not(containsString("/controls/new"))));
        assertEquals(List.of(4, 4, 4, 4), LayerControls.all().stream().map(layer -> layer.inUse().size()).toList());
    }

    @Test
    void addOneAtTheEndOfItsLayer() {
        administrator.get("/controls/new?layer=PRODUCTION").then().statusCode(200).body(containsString("<option value=\"PRODUCTION\" selected>"));
        var key = administrator.key();
        administrator.post("/controls", "key", key, "layer", "PRODUCTION", "name", "Load  shedding").then().statusCode(303).header("Location", endsWith("/controls"));
        administrator.post("/controls", "key", key, "layer", "PRODUCTION", "name", "Load  shedding").then().statusCode(303);
        administrator.post("/controls", "key", key, "layer", "PRODUCTION", "name", "Bulkheads").then().statusCode(409);
        var production = LayerControls.all().get(2).inUse();
        assertEquals("Load shedding", production.get(4).name);
        assertEquals(1, Change.count("subject = 'control' and verb = 'added'"));
    }

    @Test
    void aRefusedFormComesBackAsTyped() {
        administrator.get("/controls/new");
        administrator.post("/controls", "key", administrator.key(), "layer", "NOWHERE", "name", "").then().statusCode(422)
                .body(allOf(containsString("Choose a layer"), containsString("What is the control called?")));
        administrator.post("/controls", "layer", "DEVELOPMENT", "name", "CODE review").then().statusCode(422)
                .body(allOf(containsString("There is already a control in this layer called Code review"), containsString("value=\"CODE review\"")));
        administrator.post("/controls", "layer", "DETECTION", "name", "Code review").then().statusCode(303);
    }

    @Test
    void renameOne() {
        var id = added("Chaos day");
        administrator.get("/controls/" + id + "/edit").then().statusCode(200).body(containsString("value=\"Chaos day\""));
        administrator.post("/controls/" + id, "layer", "PRODUCTION", "was", "Chaos day", "name", "Game day").then().statusCode(303);
        administrator.get("/controls").then().body(allOf(containsString("It is called Game day now"), not(containsString("Chaos day"))));
        administrator.post("/controls/" + id, "layer", "PRODUCTION", "was", "Chaos day", "name", "Drill").then().statusCode(409)
                .body(allOf(containsString("Ada Administrator saved this before you"), containsString("value=\"Drill\"")));
        administrator.post("/controls/" + id, "layer", "PRODUCTION", "was", "Game day", "name", "rate LIMITING").then().statusCode(422);
    }

    @Test
    void anArchivedOneLeavesThePickers() {
        administrator.post("/controls/8/archive").then().statusCode(303).header("Location", endsWith("/controls"));
        administrator.get("/controls").then().body(containsString("Archived (1)"));
        administrator.get("/report?kind=NEAR_MISS").then().body(not(containsString("Canary")));
        administrator.post("/controls/8/return").then().statusCode(303);
        administrator.get("/report?kind=NEAR_MISS").then().body(containsString("Canary"));
    }

    @Test
    void onlyAdministratorsWrite() {
        var member = Browser.as("member");
        member.get("/controls").then().statusCode(200).body(not(containsString("Rename")));
        member.get("/controls/new").then().statusCode(403);
        member.get("/controls/1/edit").then().statusCode(403);
        for (var path : List.of("/controls", "/controls/1", "/controls/1/archive", "/controls/1/return")) {
            member.post(path, "layer", "PRODUCTION", "name", "x").then().statusCode(403);
            Browser.visitor().post(path, "name", "kept").then().statusCode(401).body(containsString("kept"));
        }
        Browser.visitor().get("/controls").then().statusCode(302);
    }

    @Test
    void whatIsNotThereIsNotFoundAndFormsAreNotVisited() {
        administrator.get("/controls/99/edit").then().statusCode(404);
        for (var path : List.of("/controls/99", "/controls/99/archive", "/controls/99/return")) {
            administrator.post(path, "layer", "PRODUCTION", "name", "x").then().statusCode(404);
        }
        for (var path : List.of("/controls/1", "/controls/1/archive", "/controls/1/return")) {
            administrator.get(path).then().statusCode(405);
        }
    }

    private long added(String name) {
        administrator.get("/controls/new");
        administrator.post("/controls", "key", administrator.key(), "layer", "PRODUCTION", "name", name).then().statusCode(303);
        return Control.named(Layer.PRODUCTION, name).id;
    }
}
