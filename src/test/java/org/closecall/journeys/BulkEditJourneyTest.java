package org.closecall.journeys;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several records changed together and back again: chosen by keyboard, or without scripts by hand. */
@QuarkusTest
class BulkEditJourneyTest extends Journey {

    @BeforeEach
    void file() {
        Fixtures.organisation();
        var member = Browser.as("member");
        for (var what : List.of("Checkout was slow.", "Search was slow.", "Mail was slow.")) {
            member.get("/report");
            member.post("/occurrences", "key", member.key(), "kind", "INCIDENT", "narrative", what, "noticed", "2026-01-05T13:50");
        }
    }

    @Test
    void byKeyboard() {
        enter(new Look(Look.DESK, ColorScheme.LIGHT, true));
        go("/occurrences");
        List.of("j", "x", "j", "j", "x").forEach(page.keyboard()::press);
        sees("2 chosen");
        check();
        changes("Change 2 records together");
        doesNotSee("Search was slow");
        press("Undo");
        sees("Taken back");
        go("/occurrences");
        page.getByLabel("Select all on this page").check();
        sees("3 chosen");
    }

    @Test
    void withoutScripts() {
        enter(new Look(Look.PHONE, ColorScheme.DARK, false));
        go("/occurrences");
        page.getByRole(AriaRole.CHECKBOX, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Choose #2").setExact(true)).check();
        changes("Change 1 record");
        sees("Search was slow");
    }

    private void changes(String heading) {
        press("Change the chosen");
        sees(heading);
        fill("Add tags", "slow");
        press("Change these records");
        sees("What was asked for", "Tags: slow");
    }

    private void enter(Look with) {
        open(with);
        signIn(Browser.as("member"));
    }
}
