package org.closecall.occurrence;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.closecall.AtOnce;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.action.ActionItem;
import org.closecall.action.Aim;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergersTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");

    Browser member;

    @BeforeEach
    void threeIncidents() {
        Fixtures.organisation();
        member = Browser.as("member");
        QuarkusTransaction.requiringNew().run(() -> {
            var mia = Fixtures.person("member");
            var both = Service.create("Payments", 1, null, BEGIN);
            var one = Service.create("Mail", 1, null, BEGIN);
            for (var title : List.of("The one that stays", "The mistake", "A third")) {
                var occurrence = new Occurrence();
                occurrence.kind = Kind.INCIDENT;
                occurrence.title = title;
                occurrence.started = Moment.at(BEGIN);
                occurrence.services.add(both);
                occurrence.tags.addAll(Tag.named(List.of("dns")));
                if (title.equals("The mistake")) {
                    occurrence.narrative = "What happened *twice*";
                    occurrence.impact = "Everybody";
                    occurrence.services.add(one);
                    occurrence.tags.addAll(Tag.named(List.of("expiry")));
                }
                occurrence.file(mia, BEGIN);
            }
            entry("Line of the mistake");
            var action = new ActionItem();
            action.title = "Renew sooner";
            action.aim = Aim.PREVENT_RECURRENCE;
            action.add(Occurrence.numbered(2), mia, BEGIN);
        });
    }

    private static void entry(String text) {
        var entry = new TimelineEntry();
        entry.at = BEGIN;
        entry.kind = EntryKind.ACTION;
        entry.text = text;
        entry.externalId = "update-1";
        entry.add(Occurrence.numbered(2), Fixtures.person("member"), BEGIN);
    }

    @Test
    void showsWhatWouldMoveAndMovesItAtOnePress() {
        member.post("/occurrences/3/links", "relation", "CAUSED_BY", "other", "2");
        member.post("/occurrences/2/links", "relation", "DUPLICATE_OF", "other", "1");
        member.get("/occurrences/2/merger").then().statusCode(200).body(not(containsString("What would happen")));
        member.get("/occurrences/2/merger?into=%231").then().statusCode(200).body(allOf(containsString("1 timeline entry"), containsString("1 action"),
                containsString("1 service"), containsString("1 tag"), containsString("1 link"), containsString("what happened, as a timeline entry")));
        member.post("/occurrences/2/merger", "into", "1").then().statusCode(303).header("Location", endsWith("/occurrences/1?from=2"));
        member.get("/occurrences/1?from=2").then().statusCode(200).body(allOf(containsString("The one that stays"), containsString("Line of the mistake"), containsString("Renew sooner"),
                containsString("Mail"), containsString(">expiry</a>"), containsString("From #2, “The mistake”, what happened:"), containsString("What happened <em>twice</em>"), containsString("Everybody"),
                containsString("Holds what was filed as #2 “The mistake”"), containsString("<div class=\"small quiet\">Caused</div>")));
        assertEquals(1, OccurrenceLink.count("removedAt is null"));
        member.get("/occurrences/1/history").then().body(allOf(containsString("merged #2 into this record"), containsString("1 timeline entry, 1 action")));
        member.get("/occurrences/2/history").then().statusCode(200).body(containsString("merged this record into #1"));
    }

    @Test
    void theOldAddressLeadsToTheRecordThatStays() {
        member.post("/occurrences/2/merger", "into", "1");
        var viewer = Browser.as("viewer");
        viewer.get("/occurrences/2").then().statusCode(303).header("Location", endsWith("/occurrences/1?from=2"));
        viewer.get("/occurrences/1?from=2").then().statusCode(200).body(containsString("#2 was merged into this record."));
        member.get("/occurrences/2/controls").then().statusCode(303).header("Location", endsWith("/occurrences/1/controls"));
        member.get("/occurrences/99/controls").then().statusCode(404);
        member.post("/occurrences/2/nothing").then().statusCode(404);
        member.post("/occurrences/1/merger", "into", "3").then().statusCode(303);
        viewer.get("/occurrences/2").then().statusCode(303).header("Location", endsWith("/occurrences/1?from=2"));
        viewer.get("/occurrences/1?from=2").then().statusCode(303).header("Location", endsWith("/occurrences/3?from=1"));
    }

    @Test
    void itIsInNoListAndNoFigure() {
        member.post("/occurrences/2/merger", "into", "1");
        member.get("/occurrences").then().body(not(containsString("The mistake")));
        member.get("/reliability.json?month=2026-01").then().body("period.incidents.count", org.hamcrest.Matchers.equalTo(2));
        for (var path : List.of("/occurrences/2/edit", "/occurrences/2/merger", "/occurrences/2/links/new", "/occurrences/2/actions/new")) {
            member.get(path).then().statusCode(303).header("Location", endsWith(path.replace("/2/", "/1/")));
        }
    }

    @Test
    void sentTwiceItLeadsToWhereItWent() {
        member.post("/occurrences/2/merger", "into", "1");
        member.post("/occurrences/2/merger", "into", "1").then().statusCode(303).header("Location", endsWith("/occurrences/1?from=2"));
        member.post("/occurrences/2/restoration").then().statusCode(303);
        member.get("/occurrences/2").then().statusCode(303);
        member.post("/occurrences/2/removal").then().statusCode(303);
        assertEquals(2, Occurrence.count("deletedAt is null"));
        assertEquals(3, TimelineEntry.count());
    }

    @Test
    void refusesWhatCannotStayAndKeepsWhatWasTyped() {
        member.post("/occurrences/2/merger", "into", "<x>").then().statusCode(422).body(allOf(containsString("value=\"&lt;x&gt;\""), containsString("A number such as #12")));
        member.post("/occurrences/2/merger", "into", "2").then().statusCode(422).body(containsString("That is this record itself"));
        member.post("/occurrences/2/merger").then().statusCode(422).body(containsString("Which one?"));
        member.post("/occurrences/3/removal");
        member.post("/occurrences/2/merger", "into", "3").then().statusCode(422).body(containsString("#3 was removed"));
        member.post("/occurrences/3/merger", "into", "2").then().statusCode(404);
        member.post("/occurrences/99/merger", "into", "2").then().statusCode(404);
    }

    @Test
    void aPostmortemMovesUnlessBothHaveOne() {
        member.post("/occurrences/2/postmortem", "template", "LIGHT");
        member.get("/occurrences/2/merger?into=1").then().body(containsString("its postmortem"));
        member.post("/occurrences/3/postmortem", "template", "LIGHT");
        member.get("/occurrences/2/merger?into=3").then().statusCode(200).body(containsString("Both have a postmortem"));
        member.post("/occurrences/2/merger", "into", "3").then().statusCode(422).body(containsString("Both have a postmortem"));
        member.post("/occurrences/2/merger", "into", "1").then().statusCode(303);
        member.get("/occurrences/1/postmortem").then().statusCode(200);
    }

    @Test
    void updatesAndRolesMoveAndOnePersonKeepsEach() {
        for (var role : List.of("Incident lead", "Scribe", "Communications")) {
            member.post("/occurrences/2/roles", "role", role, "person", "2").then().statusCode(303);
        }
        member.post("/occurrences/1/roles", "role", "Scribe", "person", "3").then().statusCode(303);
        member.post("/occurrences/2/updates", "note", "We look at it").then().statusCode(303);
        member.get("/occurrences/2/merger?into=1").then().body(allOf(containsString("1 update"), containsString("3 roles")));
        member.post("/occurrences/2/merger", "into", "1").then().statusCode(303);
        member.get("/occurrences/1/updates").then().body(containsString("We look at it"));
        assertEquals(List.of("Scribe 3", "Communications 2"), QuarkusTransaction.requiringNew().call(() -> OccurrenceRole.of(Occurrence.numbered(1)).stream()
                .filter(role -> role.until == null).map(role -> role.role + " " + role.person.id).sorted(Comparator.reverseOrder()).toList()));
    }

    @Test
    void twoWhoMergeEachIntoTheOtherKeepOne() {
        var other = Browser.as("other");
        assertEquals(List.of(303, 422), AtOnce.sorted(() -> member.post("/occurrences/2/merger", "into", "1").statusCode(), () -> other.post("/occurrences/1/merger", "into", "2").statusCode()));
        assertEquals(2, Occurrence.count("deletedAt is null"));
    }

    @Test
    void viewersMergeNothing() {
        var viewer = Browser.as("viewer");
        viewer.get("/occurrences/2/merger").then().statusCode(403);
        viewer.post("/occurrences/2/merger", "into", "1").then().statusCode(403);
    }

    /** A table that is new here must be thought of: name it in Merger.MOVED, or below with what becomes of it. */
    @Test
    void everythingThatBelongsToARecordIsThoughtOf() {
        // what a bulk edit did to the record that went stays said of that one, that it needed no postmortem, and that a review names it
        var special = Stream.of("occurrence", "occurrence_link", "occurrence_merger", "postmortem", "bulk_edit_record", "postmortem_exemption", "monthly_review_notable");
        var known = new TreeSet<>(Stream.concat(special, Merger.MOVED.stream().map(Merger.Owned::table)).toList());
        List<?> there = QuarkusTransaction.requiringNew().call(() -> Arc.container().instance(EntityManager.class).get().createNativeQuery(
                "select distinct cast(conrelid as regclass)::text from pg_constraint where contype = 'f' and confrelid = cast('occurrence' as regclass)", String.class).getResultList());
        assertEquals(known, new TreeSet<>(there));
    }
}
