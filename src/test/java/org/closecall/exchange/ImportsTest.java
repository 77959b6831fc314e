package org.closecall.exchange;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.sql.DataSource;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.occurrence.Occurrence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportsTest {

    private static final String PATH = "/admin/imports";

    @Inject
    DataSource database;

    Browser administrator;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        administrator = Browser.as("administrator");
        administrator.get(PATH);
    }

    @Test
    void anEmptyStoreSaysWhatImportsAreFor() {
        administrator.get(PATH).then().statusCode(200).body(containsString("Nothing has been imported yet"));
    }

    @Test
    void aFileIsRunDryAndThenImported() {
        upload(Samples.bytes("google.json")).then().statusCode(303).header("Location", endsWith(PATH + "/1"));
        Finished.await(1);
        administrator.get(PATH + "/1").then().statusCode(200)
                .body(allOf(containsString("Nothing has been written yet"), containsString("Import these 6"), containsString("Checkout was down in all shops."),
                        containsString("New in the catalogue: Search"), not(containsString("hx-get"))));
        assertEquals(0, occurrences());
        administrator.post(PATH + "/1/application", "key", administrator.key()).then().statusCode(303).header("Location", endsWith(PATH + "/2"));
        Finished.await(2);
        administrator.get(PATH + "/2").then().body(allOf(containsString("6 new and 0 changed"), containsString("href=\"/occurrences/6\"")));
        assertEquals(6, occurrences());
        administrator.get(PATH).then().body(allOf(containsString("incidents.json"), containsString("Imported"), containsString("6 new")));
    }

    @Test
    void theFormsWorkOnce() {
        var key = administrator.key();
        upload(Samples.bytes("google.json"), key).then().statusCode(303);
        Finished.await(1);
        upload(Samples.bytes("google.json"), key).then().statusCode(303).header("Location", endsWith(PATH + "/1"));
        administrator.get(PATH + "/1");
        var second = administrator.key();
        administrator.post(PATH + "/1/application", "key", second).then().statusCode(303);
        Finished.await(2);
        administrator.post(PATH + "/1/application", "key", second).then().statusCode(303).header("Location", endsWith(PATH + "/2"));
        administrator.post(PATH + "/1/application", "key", "").then().statusCode(409).body(containsString("imported already or is no longer kept"));
        assertEquals(6, occurrences());
    }

    @Test
    void aFileWithNothingNewHasNothingToImport() {
        bringIn(Samples.bytes("google.json"));
        upload(Samples.bytes("google.json"));
        Finished.await(3);
        administrator.get(PATH + "/3").then().body(allOf(containsString("There is nothing to import"), not(containsString("/application"))));
    }

    @Test
    void aBrokenFileIsRefusedWithItsPlaces() {
        upload(("[" + Samples.googleRecord() + ",\n{\"id\": \"<b>two</b>\"}]").getBytes(StandardCharsets.UTF_8));
        Finished.await(1);
        administrator.get(PATH + "/1").then().body(allOf(containsString("refused as a whole"), containsString("Record from line 2: [1].begin is missing"),
                containsString("&lt;b&gt;two"), not(containsString("/application"))));
    }

    @Test
    void withoutAFileTheFormComesBack() {
        upload(new byte[0]).then().statusCode(422).body(containsString("Choose a file that is not empty"));
        administrator.post(PATH, "key", "x").then().statusCode(415);
    }

    @Test
    void aSecondImportIsToldToWait() {
        try (var other = ImportLock.take(database).orElseThrow()) {
            upload(Samples.bytes("google.json")).then().statusCode(409).body(containsString("Another import is running"));
        }
        upload(Samples.bytes("google.json")).then().statusCode(303);
    }

    @Test
    void aRunThatGoesOnCanBeLookedAtAgain() {
        unfinished(400, 1000);
        try (var itself = ImportLock.take(database).orElseThrow()) {
            administrator.get(PATH + "/1").then().body(allOf(containsString("400 of 1,000 records"), containsString("Look again"), containsString("hx-get=\"/admin/imports/1\""),
                    not(containsString("Run it again"))));
            administrator.get(PATH).then().body(containsString("Running"));
        }
    }

    @Test
    void anInterruptedRunIsTakenUpAgain() {
        unfinished(3, 6);
        administrator.get(PATH + "/1").then().body(allOf(containsString("Interrupted after 3 of 6 records"), containsString("Run it again"), not(containsString("hx-get"))));
        administrator.post(PATH + "/1/application", "key", administrator.key()).then().statusCode(303).header("Location", endsWith(PATH + "/2"));
        Finished.await(2);
        assertEquals(6, occurrences());
        administrator.get(PATH + "/1").then().body(allOf(containsString("Interrupted"), not(containsString("Run it again"))));
        administrator.get(PATH + "/2").then().body(containsString("6 new and 0 changed"));
    }

    @Test
    void longListsPageByKey() {
        var records = new StringBuilder("[");
        for (var i = 0; i < 130; i++) {
            records.append(i == 0 ? "" : ",").append(Samples.googleRecord().replace("\"one\"", "\"id" + i + "\""));
        }
        upload(records.append("]").toString().getBytes(StandardCharsets.UTF_8));
        Finished.await(1);
        administrator.get(PATH + "/1?outcome=CREATED&after=49").then().body(allOf(containsString("<code>id50</code>"), containsString("<code>id99</code>"),
                not(containsString("<code>id49</code>")), not(containsString("<code>id100</code>")), containsString("after=99")));
        administrator.get(PATH + "/1?outcome=CREATED&after=99").then().body(allOf(containsString("<code>id129</code>"), not(containsString(">Next<"))));
        administrator.get(PATH + "/1?outcome=NONSENSE").then().statusCode(404);
    }

    @Test
    void pagesTakeFewStatementsWhateverTheyShow() {
        bringIn(Samples.bytes("google.json"));
        var few = Statements.during(() -> administrator.get(PATH));
        bringIn(Samples.bytes("statuspage.json"));
        assertEquals(few, Statements.during(() -> administrator.get(PATH)));
        assertTrue(Statements.during(() -> administrator.get(PATH + "/4")) < 12);
    }

    @Test
    void onlyAdministratorsImport() {
        for (var who : new String[] {"viewer", "member"}) {
            var browser = Browser.as(who);
            browser.get(PATH).then().statusCode(404);
            browser.get(PATH + "/1").then().statusCode(404);
            browser.post(PATH + "/1/application").then().statusCode(404);
        }
        Browser.visitor().get(PATH).then().statusCode(302).header("Location", containsString("/sign-in"));
    }

    @Test
    void wrongAddressesAndForgedForms() {
        administrator.get(PATH + "/99").then().statusCode(404);
        administrator.get(PATH + "/junk").then().statusCode(404);
        administrator.post(PATH + "/99/application").then().statusCode(404);
        administrator.get(PATH + "/1/application").then().statusCode(405);
        administrator.forge(PATH + "/1/application").then().statusCode(400);
        RestAssured.given().redirects().follow(false).cookies(administrator.cookies()).multiPart("file", "a.json", Samples.bytes("google.json")).post(PATH).then().statusCode(400);
        assertEquals(0, QuarkusTransaction.requiringNew().call(() -> ImportRun.count()));
    }

    private void bringIn(byte[] content) {
        upload(content);
        var dry = QuarkusTransaction.requiringNew().call(() -> ImportRun.newest(null, 1).get(0).id);
        Finished.await(dry);
        administrator.get(PATH + "/" + dry);
        administrator.post(PATH + "/" + dry + "/application", "key", administrator.key()).then().statusCode(303);
        Finished.await(dry + 1);
    }

    private Response upload(byte[] content) {
        administrator.get(PATH);
        return upload(content, administrator.key());
    }

    private Response upload(byte[] content, String key) {
        return RestAssured.given().redirects().follow(false).cookies(administrator.cookies()).multiPart("csrf-token", administrator.token())
                .multiPart("key", key).multiPart("file", "incidents.json", content, "application/json").post(PATH);
    }

    /** As a killed process leaves it. */
    private static void unfinished(int done, int total) {
        QuarkusTransaction.requiringNew().run(() -> {
            var run = ImportRun.open("incidents.json", Samples.bytes("google.json"), false, null, Instant.now());
            run.done = done;
            run.total = total;
        });
    }

    private static long occurrences() {
        return QuarkusTransaction.requiringNew().call(() -> Occurrence.count());
    }
}
