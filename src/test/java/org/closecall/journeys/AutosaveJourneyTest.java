package org.closecall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A postmortem saves itself while it is written, and whatever goes wrong meanwhile, the words stay. */
@QuarkusTest
class AutosaveJourneyTest extends Journey {

    private static final String BEFORE = "Cards failed for an hour. Nobody was paged.";
    private static final String MINE = "Cards failed for an hour. Nobody was paged until four.";
    private static final String THEIRS = "All cards failed for an hour. Nobody was paged.";

    Browser member;

    @BeforeEach
    void begin() {
        Fixtures.organisation();
        member = Browser.as("member");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Checkout is slow.", "over", "NO");
        member.post("/occurrences/1/postmortem", "template", "FULL").then().statusCode(303);
        member.get("/occurrences/1/postmortem/edit");
        member.post("/occurrences/1/postmortem/sections", "impact", BEFORE, "was.impact", member.field("was.impact")).then().statusCode(303);
    }

    @Test
    void twoWriteTheSameAndMergeIt() {
        provoked = ".*/autosave answers 409";
        var otto = enter("other", Look.PHONE);
        var mia = enter("member", Look.DESK);
        impact().fill(MINE);
        assertThat(state()).containsText("Not saved yet");
        assertThat(state()).containsText("Saved");
        page = otto;
        look = new Look(Look.PHONE, ColorScheme.LIGHT, true);
        impact().fill(THEIRS);
        assertThat(state()).containsText("this was saved elsewhere too");
        sees("Mia Member saved “Impact” while you were writing", "What both began with", "Both together");
        check();
        press("Save both together");
        assertThat(impact()).hasValue("All cards failed for an hour. Nobody was paged until four.");
        assertThat(state()).containsText("Saved");
        assertThat(page.getByText("What both began with")).hasCount(0);
        page = mia;
        page.reload();
        assertThat(impact()).hasValue("All cards failed for an hour. Nobody was paged until four.");
        assertThat(page.locator(".others")).containsText("Otto Other is writing “Impact”");
        assertThat(page.getByText("Otto Other is writing here")).isVisible();
        check();
    }

    @Test
    void linesAreChosenAndWhatOthersSaveComesIn() {
        var otto = Browser.as("other");
        member.get("/occurrences/1");
        member.post("/occurrences/1/timeline", "key", member.key(), "at", "2026-01-12T02:16", "kind", "ACTION", "text", "Restarted it", "evidence", "").then().statusCode(303);
        open(new Look(Look.PHONE, ColorScheme.DARK, true));
        otto.get("/occurrences/1/postmortem/edit");
        page.route("**/presence", route -> {
            otto.post("/occurrences/1/postmortem/sections", "impact", THEIRS, "was.impact", otto.field("was.impact"));
            route.resume();
        }, new Page.RouteOptions().setTimes(1));
        visit("member");
        assertThat(impact()).hasValue(THEIRS);
        assertThat(state()).containsText("Changed by Otto Other");
        page.getByLabel("Appears: the entry of 02:16").uncheck();
        assertThat(page.locator("[data-state-lines]")).containsText("Saved");
        check();
        member.get("/occurrences/1/postmortem").then().body(not(containsString("Restarted it")));
        page.getByLabel("Learned later: the entry of 02:16").check();
        press("Show all");
        assertThat(page.locator("[data-state-lines]")).containsText("Saved");
        member.get("/occurrences/1/postmortem").then().body(allOf(containsString("Restarted it"), containsString("learned later")));
    }

    @Test
    void whoseSessionHasEndedSignsInElsewhereAndItIsSaved() {
        provoked = ".*/(autosave|presence|wording-checks) answers 401";
        enter("member", Look.DESK);
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("signed-in"));
        impact().fill(MINE);
        assertThat(state()).containsText("you are signed out");
        check();
        var tab = page.waitForPopup(() -> state().getByRole(AriaRole.LINK).click());
        tab.getByLabel("E-mail").fill("member@example.org");
        tab.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Fixtures.PASSWORD);
        tab.getByRole(AriaRole.BUTTON).getByText("Sign in").click();
        assertThat(state()).containsText("Saved");
        member.get("/occurrences/1/postmortem").then().body(containsString(MINE));
    }

    @Test
    void whileTheServerIsAwayThePageTriesAgain() {
        provoked = ".*/autosave net::ERR_.*";
        enter("member", Look.DESK);
        page.route("**/autosave", route -> route.abort("connectionrefused"));
        impact().fill(MINE);
        assertThat(state()).containsText("no answer from the server");
        check();
        press("Save everything");
        sees("no answer from the server");
        page.unroute("**/autosave");
        // each try that failed lets it wait longer for the next
        assertThat(state()).containsText("Saved", new LocatorAssertions.ContainsTextOptions().setTimeout(31_000));
        press("Save everything");
        sees("Saved.");
    }

    @Test
    void whatABrowserKeptIsOfferedToItsWriterOnly() {
        provoked = ".*/(autosave|presence|wording-checks) answers 401";
        enter("member", Look.PHONE);
        leaveUnsaved(MINE);
        reopen("other");
        assertThat(page.getByText("never saved")).hasCount(0);
        reopen("member");
        assertThat(impact()).hasValue(BEFORE);
        assertThat(page.getByText("that was never saved")).isVisible();
        sees("In this browser");
        check();
        press("Restore");
        assertThat(impact()).hasValue(MINE);
        assertThat(state()).containsText("Saved");
        leaveUnsaved(THEIRS);
        reopen("member");
        assertThat(page.getByText("that was never saved")).isVisible();
        press("Discard");
        page.reload();
        page.waitForResponse("**/presence", () -> page.reload());
        assertThat(page.getByText("never saved")).hasCount(0);
        assertThat(impact()).hasValue(MINE);
    }

    /** The session ends and the browser is closed: the server never gets to see it. */
    private void leaveUnsaved(String text) {
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("signed-in"));
        impact().fill(text);
        assertThat(state()).containsText("you are signed out");
    }

    private void reopen(String who) {
        var old = page;
        page = old.context().newPage();
        old.close();
        visit(who);
    }

    private Page enter(String who, int width) {
        open(new Look(width, ColorScheme.LIGHT, true));
        visit(who);
        return page;
    }

    private void visit(String who) {
        signIn(Browser.as(who));
        go("/occurrences/1/postmortem/edit");
    }

    private Locator impact() {
        return page.locator("textarea[name=impact]");
    }

    private Locator state() {
        return page.locator("[data-state=impact]");
    }
}
