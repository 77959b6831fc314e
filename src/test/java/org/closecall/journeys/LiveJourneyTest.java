package org.closecall.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people keep one incident at the same time. */
@QuarkusTest
class LiveJourneyTest extends Journey {

    @BeforeEach
    void file() {
        Fixtures.organisation();
        var member = Browser.as("member");
        member.get("/report");
        member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", "Checkout is slow.", "over", "NO");
    }

    @Test
    void whatOneAddsAppearsWhileTheOtherTypes() {
        var mia = enter("member", new Look(Look.DESK, ColorScheme.LIGHT, true));
        var otto = enter("other", new Look(Look.PHONE, ColorScheme.DARK, true));
        page = mia;
        mia.getByText("Live: what others add appears here.").waitFor();
        fill("What happened", "Half a sentence abou");
        page = otto;
        fill("What happened", "Restarted the pool");
        press("Add");
        press("Mitigated now");
        page = mia;
        mia.getByText("Restarted the pool").waitFor();
        mia.locator("#life").getByText("Mitigated", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)).first().waitFor();
        mia.locator("#meta").getByText("Mitigated").waitFor();
        assertEquals("Half a sentence abou", field("What happened").inputValue());
        assertTrue((Boolean) mia.evaluate("() => document.activeElement.id === 'text'"), "the cursor has left the box");
        sees("1 entry");
        check();
        field("What happened").pressSequentially("t it");
        press("Add");
        sees("Half a sentence about it", "Restarted the pool", "2 entries");
        page = otto;
        otto.getByText("Half a sentence about it").waitFor();
        press("Resolved now");
        page = mia;
        mia.locator("#life").getByText("Resolved", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)).first().waitFor();
    }

    @Test
    void withoutScriptsThereIsALink() {
        page = enter("member", new Look(Look.PHONE, ColorScheme.LIGHT, false));
        var other = Browser.as("other");
        other.post("/occurrences/1/timeline", "at", "2026-01-05T10:00", "kind", "ACTION", "text", "Looked at it").then().statusCode(303);
        follow("Refresh");
        sees("Looked at it");
    }

    @Test
    void enterLeadsToTheNextLine() {
        page = enter("member", new Look(Look.DESK, ColorScheme.LIGHT, true));
        choose("Kind", "ACTION");
        fill("What happened", "Restarted it");
        page.keyboard().press("Tab");
        field("What happened").press("Enter");
        page.waitForURL("**/occurrences/1?kind=ACTION#text");
        inTheBox();
        page.keyboard().type("no effect");
        page.keyboard().press("Enter");
        page.locator("ol.line").getByText("no effect").waitFor();
        inTheBox();
        assertEquals("ACTION", field("Kind").inputValue());
        fill("What happened", "Tomorrow");
        page.getByLabel("Time", new Page.GetByLabelOptions().setExact(true)).fill("2999-01-05T10:00");
        field("What happened").press("Enter");
        page.getByText("This is in the future").waitFor();
        page.locator("#at:focus").waitFor();
        assertEquals("Tomorrow", field("What happened").inputValue());
        press("Add");
    }

    @Test
    void aStreamThatStaysAwayIsSaidAndWhatWasMissedComes() {
        open(new Look(Look.PHONE, ColorScheme.LIGHT, true));
        page.context().route("**/events?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        enter("member");
        page.getByText("Not live.").waitFor();
        assertTrue(page.getByText("Refresh").isVisible());
        Browser.as("other").post("/occurrences/1/timeline", "at", "2026-01-05T10:00", "kind", "ACTION", "text", "Missed meanwhile").then().statusCode(303);
        page.context().unrouteAll();
        page.getByText("Missed meanwhile").waitFor();
        page.getByText("Live: what others add appears here.").waitFor();
        check();
    }

    @Test
    void whoTypesOnARemovedRecordIsToldByWhomAndKeepsTheText() {
        page = enter("member", new Look(Look.DESK, ColorScheme.DARK, true));
        page.getByText("Live: what others add appears here.").waitFor();
        fill("What happened", "Half a line");
        Browser.as("other").post("/occurrences/1/removal").then().statusCode(303);
        page.locator("#removed").getByText("Otto Other").waitFor();
        assertEquals("Half a line", field("What happened").inputValue());
        check();
        field("What happened").press("Enter");
        page.getByText("was removed meanwhile").waitFor();
        sees("Otto Other removed this record");
        assertEquals("Half a line", field("Text").inputValue());
        check();
    }

    private void inTheBox() {
        page.locator("#text:focus").waitFor();
    }

    private Page enter(String who, Look with) {
        open(with);
        return enter(who);
    }

    private Page enter(String who) {
        signIn(Browser.as(who));
        go("/occurrences/1");
        return page;
    }
}
