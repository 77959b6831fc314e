package org.closecall.people;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is logged, by whomever: nothing in it lets anybody in. */
@QuarkusTest
class SecretsTest {

    private static final String GOOD = "quiet harbour town 4";

    @BeforeEach
    void organisation() {
        Fixtures.organisation();
    }

    @Test
    void areInNoLineOfTheLog() throws InterruptedException {
        var secrets = new ArrayList<>(List.of(Fixtures.PASSWORD, GOOD, "wrong horse battery"));
        var lines = new CopyOnWriteArrayList<String>();
        var listening = listening(lines);
        var requests = Logger.getLogger("org.closecall.requests");
        var before = requests.getLevel();
        requests.setLevel(Level.INFO);
        Logger.getLogger("").addHandler(listening);
        try {
            secrets.addAll(aDay());
            for (var waited = 0; lines.stream().noneMatch(line -> line.contains("GET /last")) && waited < 500; waited++) {
                Thread.sleep(20);
            }
        } finally {
            Logger.getLogger("").removeHandler(listening);
            requests.setLevel(before);
        }
        assertTrue(lines.size() > 15, lines::toString);
        secrets.forEach(secret -> assertFalse(lines.toString().contains(secret), () -> "the log holds " + secret + ": " + lines));
    }

    private static List<String> aDay() {
        var administrator = Browser.as("administrator");
        Browser.visitor().post("/sign-in", "email", "member@example.org", "password", "wrong horse battery");
        administrator.post("/admin/people/" + Fixtures.person("member").id + "/reset");
        var reset = secret(administrator, "/admin/people/" + Fixtures.person("member").id + "/edit", "secret");
        Browser.visitor().post(reset, "password", GOOD);
        administrator.get("/admin/people");
        administrator.post("/admin/invitations", "key", administrator.key(), "name", "Priya", "email", "priya@example.org", "role", "MEMBER");
        var invitation = secret(administrator, "/admin/people", "oneTimeLink");
        Browser.visitor().post(invitation, "name", "Priya", "password", GOOD);
        administrator.get("/tokens");
        administrator.post("/tokens", "key", administrator.key(), "name", "script", "scopes", "actions:read", "days", "30", "until", "");
        var token = administrator.get("/tokens").htmlPath().getString("**.find { it.@id == 'secret' }.@value");
        given().header("Authorization", "Bearer " + token).get("/api/v1/actions").then().statusCode(200);
        given().header("Authorization", "Bearer " + token + "x").get("/api/v1/actions").then().statusCode(401);
        administrator.post("/calendars", "team", "");
        var feed = secret(administrator, "/calendars", "secret");
        given().get(feed).then().statusCode(200);
        var form = administrator.token();
        administrator.get("/failing");
        administrator.get("/last");
        return List.of(reset.substring(17), invitation.substring(13), token, feed.substring(10), administrator.cookies().get("signed-in"), administrator.cookies().get("device"), form);
    }

    private static String secret(Browser browser, String page, String id) {
        return URI.create(browser.get(page).htmlPath().getString("**.find { it.@id == '" + id + "' }.@value")).getPath();
    }

    private static Handler listening(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add((line instanceof ExtLogRecord full ? full.getFormattedMessage() : line.getMessage()) + " " + line.getThrown());
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
    }
}
