package org.closecall.catalog;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.people.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TagsTest {

    Browser member;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        member = Browser.as("member");
    }

    @Test
    void sayHowTheyAreMadeWhileThereIsNone() {
        member.get("/tags").then().statusCode(200).body(containsString("No tag yet"));
    }

    @Test
    void areListedWithTheirUsesAndLeadToThem() {
        tags("C++ & co", "expiry");
        Catalogue.add(member, "/services", "name", "Search", "tier", "2");
        Catalogue.occurrences(1L, 2);
        QuarkusTransaction.requiringNew().run(() -> Tag.getEntityManager().createNativeQuery("insert into occurrence_tag select id, 1 from occurrence").executeUpdate());
        var list = member.get("/tags");
        list.then().body(allOf(containsString("C++ &amp; co"), containsString("/occurrences?tag=C%2B%2B+%26+co\"")));
        member.get("/occurrences?tag=C%2B%2B+%26+co").then().body(allOf(containsString("#1</span>"), containsString("#2</span>")));
        assertEquals(List.of(2L, 0L), TagRow.after(null, 10).stream().map(TagRow::uses).toList());
    }

    @Test
    void manyArePagedByName() {
        QuarkusTransaction.requiringNew().run(() -> Tag.getEntityManager()
                .createNativeQuery("insert into tag (name) select 'tag ' || lpad(n::text, 3, '0') from generate_series(1, 201) n").executeUpdate());
        member.get("/tags").then().body(allOf(containsString(">tag 200<"), not(containsString(">tag 201<")), containsString("/tags?after=tag+200")));
        member.get("/tags?after=TAG+200").then().body(allOf(containsString(">tag 201<"), not(containsString(">tag 200<")), containsString("From the beginning")));
        member.get("/tags?after=zzz%00").then().statusCode(200).body(containsString("No tag further on"));
    }

    @Test
    void renameWritesTheHistory() {
        tags("certs");
        member.get("/tags/1/edit").then().statusCode(200).body(containsString("value=\"certs\""));
        member.post("/tags/1", "was", "certs", "name", " certificates ").then().statusCode(303).header("Location", endsWith("/tags"));
        member.get("/tags").then().body(allOf(containsString("The tag is called certificates now"), not(containsString(">certs<"))));
        member.post("/tags/1", "was", "certificates", "name", "certificates").then().statusCode(303);
        assertEquals("certs", Change.<Change>find("subject", "tag").singleResult().fields.get(0).before());
    }

    @Test
    void aRefusedNameComesBackAsTyped() {
        tags("dns", "deploy");
        member.post("/tags/1", "was", "dns", "name", "DEPLOY").then().statusCode(422).body(allOf(containsString("There is already a tag called deploy"), containsString("value=\"DEPLOY\"")));
        member.post("/tags/1", "was", "dns", "name", "one, two").then().statusCode(422).body(containsString("A tag has no comma"));
        member.post("/tags/1", "was", "dns", "name", "").then().statusCode(422).body(containsString("What is the tag called?"));
        member.post("/tags/1", "was", "dns", "name", "t".repeat(61)).then().statusCode(422).body(containsString("At most 60 characters"));
    }

    @Test
    void theSecondSaverSeesBothVersions() {
        tags("certs");
        Browser.as("other").post("/tags/1", "was", "certs", "name", "certificates").then().statusCode(303);
        member.post("/tags/1", "was", "certs", "name", "tls").then().statusCode(409)
                .body(allOf(containsString("Otto Other saved this before you"), containsString("value=\"tls\""), containsString("name=\"was\" value=\"certificates\"")));
        member.post("/tags/1", "was", "certificates", "name", "tls").then().statusCode(303);
    }

    @Test
    void twoWhoChooseANameAtOnceAreBothAnswered() {
        tags("one", "two");
        var other = Browser.as("other");
        other.get("/tags/2/edit");
        assertEquals(List.of(303, 422), AtOnce.sorted(() -> member.post("/tags/1", "was", "one", "name", "same").statusCode(),
                () -> other.post("/tags/2", "was", "two", "name", "Same").statusCode()));
    }

    @Test
    void rolesAndAddressesAreChecked() {
        tags("dns");
        var viewer = Browser.as("viewer");
        viewer.get("/tags").then().statusCode(200).body(not(containsString("Rename")));
        viewer.get("/tags/1/edit").then().statusCode(403);
        viewer.post("/tags/1", "name", "x").then().statusCode(403);
        Browser.visitor().get("/tags").then().statusCode(302);
        Browser.visitor().post("/tags/1", "name", "kept").then().statusCode(401).body(containsString("kept"));
        member.get("/tags/99/edit").then().statusCode(404);
        member.post("/tags/99", "name", "x").then().statusCode(404);
        member.get("/tags/1").then().statusCode(405);
    }

    private static void tags(String... names) {
        for (var name : names) {
            QuarkusTransaction.requiringNew().run(() -> Tag.named(List.of(name)));
        }
    }
}
