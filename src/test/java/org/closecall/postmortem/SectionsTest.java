package org.closecall.postmortem;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SectionsTest {

    Browser member;
    Browser other;
    long number;

    @BeforeEach
    void start() {
        Fixtures.organisation();
        member = Browser.as("member");
        other = Browser.as("other");
        number = Draft.started(member, Kind.INCIDENT, "Disk full");
    }

    @Test
    void savesOneSectionAndReturnsToIt() {
        member.get(Draft.path(number) + "/edit");
        save(member, "/sections/impact", "impact", "Nobody could pay.").then().statusCode(303).header("Location", endsWith("/postmortem/edit#impact"));
        assertEquals("Nobody could pay.", Draft.body(number, "impact"));
        member.get(Draft.path(number) + "/edit").then().body(allOf(containsString("Nobody could pay.</textarea>"), containsString("1 of 14 sections written")));
        member.get("/occurrences/" + number + "/history").then().body(allOf(containsString("edited the postmortem"), containsString("Nobody could pay.")));
    }

    @Test
    void theButtonOfOneSectionAlsoSavesWhatWasTypedIntoOthers() {
        member.get(Draft.path(number) + "/edit");
        save(member, "/sections/prevent", "impact", "Nobody could pay.", "prevent", "A check", "title", " A better\r\n title ").then().statusCode(303).header("Location", endsWith("#answers"));
        assertEquals("Nobody could pay.", Draft.body(number, "impact"));
        member.get(Draft.path(number)).then().body(containsString("<h1>A better title</h1>"));
    }

    @Test
    void goesOnWhereTheButtonSaysAndNowhereElse() {
        Draft.save(member, number, "summary", "a", "then", Draft.path(number) + "/factors/new").then().statusCode(303).header("Location", endsWith("/factors/new"));
        Draft.save(member, number, "summary", "b", "then", "//elsewhere.example").then().statusCode(303).header("Location", not(containsString("elsewhere")));
    }

    @Test
    void savesTwoHundredKilobytes() {
        var long_ = "A line of some forty characters, again. \n".repeat(5_200);
        Draft.save(member, number, "response", long_).then().statusCode(303);
        assertEquals(long_.stripTrailing(), Draft.body(number, "response"));
        member.get(Draft.path(number)).then().statusCode(200);
        member.get("/occurrences/" + number + "/history").then().statusCode(200);
    }

    @Test
    void savesTheLongestSectionWhateverItsWords() {
        var different = IntStream.iterate(0, i -> i + 1).limit(80_000).mapToObj(i -> Integer.toString(i * 7919, 36)).collect(Collectors.joining(" "));
        Draft.save(member, number, "response", different.substring(0, 500_000)).then().statusCode(303);
        Draft.save(member, number, "response", "Größe-漢字/路径.漢字 ".repeat(33_333)).then().statusCode(303);
        assertEquals(499_994, Draft.body(number, "response").length());
    }

    @Test
    void refusesMoreThanFitsAndKeepsIt() {
        var tooLong = "x".repeat(500_001);
        Draft.save(member, number, "response", tooLong, "impact", "Also typed").then().statusCode(422)
                .body(allOf(containsString("At most 500,000 characters; these are 500,001."), containsString(tooLong), containsString("Also typed"),
                        containsString("aria-invalid=\"true\" aria-describedby=\"response-error response-hint\"")));
        assertEquals("", Draft.body(number, "response"));
        assertEquals("", Draft.body(number, "impact"));
    }

    @Test
    void refusesAnEmptyTitleAndSomebodyWhoIsNotOnTheList() {
        Draft.save(member, number, "title", " ", "facilitator", "999", "surprise", "Kept as typed").then().statusCode(422)
                .body(allOf(containsString("What shall readers find it under?"), containsString("Choose somebody from the list"), containsString("Kept as typed</textarea>")));
        var viewer = Fixtures.person("viewer").id.toString();
        Draft.save(member, number, "facilitator", viewer).then().statusCode(422);
    }

    @Test
    void linesAndSignsThatCannotBeStoredDoNoHarm() {
        Draft.save(member, number, "impact", "one\r\n\r\ntwo\0three\r\n  ").then().statusCode(303);
        assertEquals("one\n\ntwothree", Draft.body(number, "impact"));
    }

    @Test
    void showsBothVersionsWhenTwoSaveTheSame() {
        bothWrite("Declined in 41 minutes", "Declined for an hour").then().statusCode(409)
                .body(allOf(containsString("Somebody saved this before you"), containsString("Otto Other saved it"), containsString("Declined <ins>in</ins>"), containsString("Declined <ins>for</ins>")));
        assertEquals("Declined for an hour", Draft.body(number, "impact"));
    }

    @Test
    void doesNotTroubleThoseWhoWroteElsewhere() {
        member.get(Draft.path(number) + "/edit");
        Draft.save(other, number, "impact", "Theirs").then().statusCode(303);
        save(member, "/sections", "summary", "Mine", "impact", "").then().statusCode(303);
        assertEquals("Theirs", Draft.body(number, "impact"));
        assertEquals("Mine", Draft.body(number, "summary"));
    }

    @Test
    void keepsMine() {
        bothWrite("Mine", "Theirs").then().statusCode(409);
        save(member, "/sections", "impact", "Mine", "choice", "mine.impact").then().statusCode(303);
        assertEquals("Mine", Draft.body(number, "impact"));
        member.get("/occurrences/" + number + "/history").then().body(containsString("Theirs"));
    }

    @Test
    void keepsTheirsAndMineInTheHistory() {
        bothWrite("My lost words", "Theirs").then().statusCode(409);
        save(member, "/sections", "impact", "My lost words", "choice", "theirs.impact").then().statusCode(303);
        assertEquals("Theirs", Draft.body(number, "impact"));
        member.get("/occurrences/" + number + "/history").then().body(allOf(containsString("set their own aside"), containsString("My lost words")));
    }

    @Test
    void editsWithBothInView() {
        bothWrite("Mine", "Theirs").then().statusCode(409);
        save(member, "/sections", "impact", "Mine", "choice", "edit.impact").then().statusCode(409).body(allOf(containsString("The text that shall stand"), containsString("Theirs")));
        save(member, "/sections", "impact", "Mine and theirs", "choice", "mine.impact").then().statusCode(303);
        assertEquals("Mine and theirs", Draft.body(number, "impact"));
    }

    @Test
    void showsWhatEachChangedAndSavesBothTogether() {
        bothChange("Cards failed for an hour. Nobody was paged until four.", "All cards failed for an hour. Nobody was paged.").then().statusCode(409)
                .body(allOf(containsString("<ins>All cards</ins>"), containsString("<ins>paged until four.</ins>"), containsString("All cards failed for an hour. Nobody was paged until four.</div>")));
        save(member, "/sections", "impact", "Cards failed for an hour. Nobody was paged until four.", "choice", "both.impact").then().statusCode(303);
        assertEquals("All cards failed for an hour. Nobody was paged until four.", Draft.body(number, "impact"));
    }

    @Test
    void editingBeginsWithBothWhereTheyDontTouch() {
        bothChange("Cards failed for an hour. Nobody was paged until four.", "All cards failed for an hour. Nobody was paged.").then().statusCode(409);
        save(member, "/sections", "impact", "Cards failed for an hour. Nobody was paged until four.", "choice", "edit.impact").then().statusCode(409)
                .body(containsString("All cards failed for an hour. Nobody was paged until four.</textarea>"));
    }

    @Test
    void togetherCountsOnlyForTheVersionThatWasInView() {
        bothChange("Cards failed for an hour. Nobody was paged until four.", "All cards failed for an hour. Nobody was paged.").then().statusCode(409);
        Draft.save(other, number, "impact", "All cards failed for an hour. Mia was paged.").then().statusCode(303);
        save(member, "/sections", "impact", "Cards failed for an hour. Nobody was paged until four.", "choice", "both.impact").then().statusCode(409);
        assertEquals("All cards failed for an hour. Mia was paged.", Draft.body(number, "impact"));
    }

    @Test
    void proposesNothingWhereBothChangedTheSame() {
        bothChange("Cards failed for 41 minutes. Nobody was paged.", "Cards failed for a day. Nobody was paged.").then().statusCode(409)
                .body(allOf(containsString("<del>an hour.</del>"), not(containsString("Save both together"))));
    }

    @Test
    void aChoiceCountsOnlyForTheVersionThatWasInView() {
        bothWrite("Mine", "Theirs").then().statusCode(409);
        Draft.save(other, number, "impact", "Theirs again").then().statusCode(303);
        save(member, "/sections", "impact", "Mine", "choice", "mine.impact").then().statusCode(409).body(containsString("again"));
        assertEquals("Theirs again", Draft.body(number, "impact"));
    }

    @Test
    void choosingOneOfTwoClashesKeepsTheOtherOneOpen() {
        member.get(Draft.path(number) + "/edit");
        Draft.save(other, number, "impact", "Their impact", "summary", "Their summary").then().statusCode(303);
        save(member, "/sections", "impact", "My impact", "summary", "My summary").then().statusCode(409);
        save(member, "/sections", "impact", "My impact", "summary", "My summary", "choice", "mine.impact").then().statusCode(409).body(allOf(containsString("My summary"), not(containsString("My impact"))));
        assertEquals("My impact", Draft.body(number, "impact"));
        assertEquals("Their summary", Draft.body(number, "summary"));
    }

    @Test
    void clashesOverTheFacilitatorNameThePeople() {
        var ada = Fixtures.person("administrator").id.toString();
        member.get(Draft.path(number) + "/edit");
        Draft.save(other, number, "facilitator", Fixtures.person("other").id.toString()).then().statusCode(303);
        save(member, "/sections", "facilitator", ada).then().statusCode(409).body(allOf(containsString("Ada"), containsString("Otto")));
    }

    @Test
    void whatIsEditedReadersSeeWhenItIsPublishedAgain() {
        Draft.publish(member, number);
        Draft.save(member, number, "summary", "Corrected").then().statusCode(303);
        var viewer = Browser.as("viewer");
        viewer.get(Draft.path(number)).then().statusCode(200).body(not(containsString("Corrected")));
        Draft.publish(member, number);
        viewer.get(Draft.path(number)).then().statusCode(200).body(containsString("Corrected"));
    }

    @Test
    void othersMayNotWrite() {
        var viewer = Browser.as("viewer");
        viewer.post(Draft.path(number) + "/sections", "summary", "x").then().statusCode(403);
        viewer.post(Draft.path(number) + "/sections/summary", "summary", "x").then().statusCode(403);
        Browser.visitor().get(Draft.path(number) + "/edit").then().statusCode(302);
        member.forge(Draft.path(number) + "/sections").then().statusCode(400);
        assertEquals("", Draft.body(number, "summary"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        member.get(Draft.path(number) + "/edit");
        save(member, "/sections/nonsense", "summary", "x").then().statusCode(404);
        member.post("/occurrences/77/postmortem/sections", "summary", "x").then().statusCode(404);
        member.post(Draft.path(Draft.occurrence(Kind.HAZARD, "Not begun")) + "/sections", "almost", "x").then().statusCode(404);
    }

    @Test
    void takesFormsNotVisits() {
        member.get(Draft.path(number) + "/sections").then().statusCode(405);
        member.get(Draft.path(number) + "/sections/impact").then().statusCode(405);
    }

    private io.restassured.response.Response bothWrite(String mine, String theirs) {
        member.get(Draft.path(number) + "/edit");
        Draft.save(other, number, "impact", theirs).then().statusCode(303);
        return save(member, "/sections/impact", "impact", mine);
    }

    /** Both begin with the same. */
    private io.restassured.response.Response bothChange(String mine, String theirs) {
        Draft.save(member, number, "impact", "Cards failed for an hour. Nobody was paged.").then().statusCode(303);
        return bothWrite(mine, theirs);
    }

    private io.restassured.response.Response save(Browser browser, String path, String... fields) {
        return browser.post(Draft.path(number) + path, Draft.typed(browser, fields));
    }
}
