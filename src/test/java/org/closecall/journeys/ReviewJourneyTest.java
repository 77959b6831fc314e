package org.closecall.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;
import org.junit.jupiter.api.Test;

/** Mia writes a full postmortem, Otto reviews it twice, Vera reads what is published. */
@QuarkusTest
class ReviewJourneyTest extends Journey {

    private static final Instant NOW = Instant.now();
    private static final String EDIT = "/occurrences/1/postmortem/edit";

    @Test
    void twoPeopleTakeAPostmortemFromTheIncidentToItsReaders() {
        Fixtures.organisation();
        QuarkusTransaction.requiringNew().run(ReviewJourneyTest::incident);
        var mia = enter("member");
        writes();
        asksOtto();
        var otto = enter("other");
        asksForChanges();
        is(mia);
        answers();
        is(otto);
        approves();
        is(mia);
        publishes();
        enter("viewer");
        reads();
    }

    private void writes() {
        go("/");
        sees("Write the postmortem: Cards declined", "due ");
        go("/occurrences/1");
        sees("Postmortem owed: full, by");
        press("Start the postmortem");
        fill("Title", "A certificate is older than its reminder");
        written("Impact").fill("One payment in five failed for **40 minutes**.");
        written("Detection").fill("Support called first.");
        written("Response and recovery").fill("The old certificate went back.");
        written("How do we keep this failure from recurring?").fill("Renew by itself.");
        written("How do we limit the impact of the next one?").fill("Pay with the other provider.");
        press("Add a factor");
        fill("What contributed", "The reminder goes to one mailbox");
        choose("Category", "11");
        press("Add");
        press("Add an action for this");
        fill("What will be done", "Renew thirty days ahead");
        press("Add action");
        sees("Everything a reader needs is there.");
    }

    private void asksOtto() {
        press("Save and ask for review …");
        page.getByLabel("Otto Other").check();
        fill("A word along", "Is the impact right?");
        press("Ask for review");
        sees("Otto Other", "asked by Mia Member");
    }

    private void asksForChanges() {
        go("/");
        sees("Review the postmortem: A certificate is older than its reminder", "Is the impact right?");
        follow("Review the postmortem: A certificate is older than its reminder");
        sees("in review", "One payment in five failed for 40 minutes.");
        var impact = page.locator("details.comments").filter(new Locator.FilterOptions().setHasText("on “Impact”"));
        impact.locator("summary").first().click();
        impact.getByLabel("Your comment").fill("It was one in four from 14:10 on.");
        impact.getByRole(AriaRole.BUTTON).getByText("Send").click();
        check();
        sees("It was one in four from 14:10 on.");
        follow("Say what you think …");
        pick("Ask for changes");
        fill("In your words", "The impact was worse.");
        press("Send");
    }

    private void answers() {
        go(EDIT);
        sees("It was one in four from 14:10 on.", "The impact was worse.");
        written("Impact").fill("One payment in four failed for **40 minutes**.");
        press("Answer or resolve");
        press("Resolve the comment of Otto Other");
        sees("Resolved by Mia Member");
        go("/occurrences/1/postmortem/review");
        page.getByLabel("Otto Other").check();
        press("Ask for review");
    }

    private void approves() {
        go("/occurrences/1/postmortem");
        sees("One payment in four failed for 40 minutes.");
        follow("Say what you think …");
        pick("Approve");
        press("Send");
        sees("Otto Other");
    }

    private void publishes() {
        go(EDIT);
        sees("approve");
        press("Save and publish …");
        press("Publish");
        sees("Version 1 is published.");
        go("/postmortems/owed");
        sees("No postmortem is owed");
    }

    private void reads() {
        go("/library");
        follow("A certificate is older than its reminder");
        sees("One payment in four failed for 40 minutes.", "The reminder goes to one mailbox", "Renew thirty days ahead", "Mia Member", "Renew by itself.", "Pay with the other provider.");
        doesNotSee("It was one in four from 14:10 on.", "Say what you think");
        go("/occurrences/1");
        doesNotSee("Postmortem owed");
    }

    private Page enter(String who) {
        open(new Look(Look.DESK, ColorScheme.LIGHT, true));
        signIn(Browser.as(who));
        return page;
    }

    private void is(Page whose) {
        page = whose;
    }

    private Locator written(String section) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(section).setExact(true));
    }

    private static void incident() {
        var occurrence = new Occurrence();
        occurrence.kind = Kind.INCIDENT;
        occurrence.title = "Cards declined";
        occurrence.narrative = "Cards were declined after a certificate had run out.";
        occurrence.severity = Severity.SEV2;
        occurrence.started = Moment.at(NOW.minus(Duration.ofHours(3)));
        occurrence.mitigated = Moment.at(NOW.minus(Duration.ofHours(2)));
        occurrence.resolved = Moment.at(NOW.minus(Duration.ofHours(1)));
        occurrence.file(Fixtures.person("member"), NOW);
    }
}
