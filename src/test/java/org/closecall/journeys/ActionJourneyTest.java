package org.closecall.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Person;
import org.junit.jupiter.api.Test;

/** Mia promises something because of a near miss and does it; Otto sees that it works. */
@QuarkusTest
class ActionJourneyTest extends Journey {

    @Test
    void twoPeopleTakeAnActionFromANearMissToVerified() {
        Fixtures.organisation();
        QuarkusTransaction.requiringNew().run(ActionJourneyTest::nearMiss);
        var mia = enter("member");
        promises();
        begins();
        finishes();
        enter("other");
        verifies();
        page = mia;
        hearsOfIt();
    }

    private void promises() {
        go("/occurrences/1");
        follow("Add action");
        fill("What will be done", "Better dashboards for the queue");
        field("What will be done").blur();
        page.getByText("What will be done? Add, limit, remove, test …").waitFor();
        fill("What will be done", "Refuse a job without an owner");
        pick("Prevent recurrence");
        assertFalse(field("Due").inputValue().isEmpty(), "a date is proposed");
        choose("Owner", String.valueOf(Fixtures.person("member").id));
        press("Add action");
        sees("The action is added.", "Refuse a job without an owner");
    }

    /** By dragging it. */
    private void begins() {
        go("/actions?view=board");
        page.locator("[data-ticket='1']").dragTo(page.locator("[data-column='IN_PROGRESS']"));
        page.locator("[data-column='IN_PROGRESS'] [data-ticket='1']").waitFor();
        check();
        go("/");
        sees("Refuse a job without an owner");
    }

    private void finishes() {
        go("/actions/1");
        sees("in progress");
        press("Done");
        sees("What shows that it is done? One line or an address is enough");
        fill("What shows that it is done?", "The scheduler answers 422, see the test");
        press("Done");
        sees("It is done. Somebody else can now say whether it works.", "Somebody other than Mia Member confirms that it works.");
        assertEquals(0, page.getByText("Verify", new Page.GetByTextOptions().setExact(true)).and(page.locator("button")).count());
    }

    private void verifies() {
        go("/actions?show=verify");
        follow("Refuse a job without an owner");
        sees("The scheduler answers 422, see the test");
        fill("How did you see that it works?", "Sent one without an owner");
        press("Verify");
        sees("It is verified.", "verified");
    }

    private void hearsOfIt() {
        go("/inbox");
        sees("Otto Other verified");
        go("/actions/figures");
        sees("Done on time", "Verified", "1 action of 1 that are done");
        page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("1 action").setExact(true)).last().click();
        check();
        sees("Refuse a job without an owner");
    }

    private Page enter(String who) {
        open(new Look(Look.DESK, ColorScheme.LIGHT, true));
        signIn(Browser.as(who));
        return page;
    }

    private static void nearMiss() {
        var occurrence = new Occurrence();
        occurrence.kind = Kind.NEAR_MISS;
        occurrence.title = "A job without an owner nearly ran";
        occurrence.file(Person.withEmail("member@example.org"), Instant.now());
    }
}
