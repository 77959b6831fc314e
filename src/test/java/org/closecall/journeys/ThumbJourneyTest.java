package org.closecall.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.catalog.Service;
import org.junit.jupiter.api.Test;

/** A near miss at 2 am, by thumb alone: every tap is counted, and what is tapped is large enough. */
@QuarkusTest
class ThumbJourneyTest extends Journey {

    /** CSS pixels; WCAG 2.2 asks for 24. */
    private static final int FINGER = 24;

    private int taps;

    @Test
    void filesANearMissWithAllFiveAnswers() {
        desk();
        tap(link("File a report"));
        tap(page.locator("label.choice").filter(new Locator.FilterOptions().setHasText("Near miss")));
        tap(field("What almost happened?"));
        page.keyboard().type("The clean-up job pointed at the live ledger.");
        service();
        tap(page.locator("label.choice").filter(new Locator.FilterOptions().setHasText("Chance")));
        tap(page.getByLabel("SEV1, occasional").locator(".."));
        tap(button("File near miss"));
        sees("Filed as #1.", "could be SEV1", "Chance");
        assertEquals(8, taps);
    }

    @Test
    void filesWhatIsKnownAtOnce() {
        desk();
        tap(link("File a report"));
        tap(page.locator("label.choice").filter(new Locator.FilterOptions().setHasText("Near miss")));
        tap(field("What almost happened?"));
        page.keyboard().type("Two deploys crossed.");
        tap(button("File near miss"));
        sees("Filed as #1.", "Two deploys crossed");
        assertEquals(4, taps);
    }

    @Test
    void looksAtThePasswordThatIsTyped() {
        Fixtures.organisation();
        open(new Look(Look.PHONE, ColorScheme.DARK, true));
        go("/sign-in");
        field("Password").fill("plum tree kettel");
        tap(page.getByText("Show what is typed").locator(".."));
        assertEquals("text", field("Password").getAttribute("type"));
        field("Password").fill("plum tree kettle");
        tap(page.getByText("Show what is typed").locator(".."));
        assertEquals("password", field("Password").getAttribute("type"));
        assertEquals("plum tree kettle", field("Password").inputValue());
    }

    private void desk() {
        Fixtures.organisation();
        QuarkusTransaction.requiringNew().run(() -> Service.create("Ledger", 1, null, Instant.now()));
        open(new Look(Look.PHONE, ColorScheme.DARK, true));
        signIn(Browser.as("member"));
        go("/");
        taps = 0;
    }

    /** The phone's own picker: one tap opens it, one chooses. */
    private void service() {
        field("Service").selectOption("1");
        taps += 2;
    }

    private void tap(Locator on) {
        on.first().scrollIntoViewIfNeeded();
        var box = on.first().boundingBox();
        assertTrue(box.width >= FINGER && box.height >= FINGER, () -> on + " is " + box.width + " × " + box.height);
        on.first().click();
        taps++;
    }

    private Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
