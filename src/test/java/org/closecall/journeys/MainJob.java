package org.closecall.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.closecall.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an empty store to a month that was reviewed, as people would go: nothing is prepared, nothing is skipped. */
abstract class MainJob extends Journey {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final String ADA = "correct plum kettle";
    private static final String MIA = "violet harbour lamp";

    abstract Look looking();

    @BeforeEach
    void emptyStore() {
        Fixtures.empty();
        open(looking());
    }

    @Test
    void theWholeOfIt() {
        setsUp();
        fillsTheCatalogue();
        invitesAMember();
        filesANearMiss();
        filesAnIncident();
        keepsTheTimeline();
        correctsTheRecord();
        writesThePostmortem();
        promisesAnAction();
        publishesIt();
        finishesTheAction();
        findsThingsAgain();
        removesAndRestores();
        readsTheMonth();
        changesPasswordAndLeaves();
        importsAHistory();
    }

    private void setsUp() {
        go("/");
        at("/set-up");
        fill("Organisation", "Larkspur");
        if (look.scripts()) {
            assertEquals("Europe/Vienna", field("Time zone").inputValue());
        } else {
            choose("Time zone", "Europe/Vienna");
        }
        fill("Your name", "Ada Lovelace");
        fill("Your e-mail", "Ada@Example.org");
        fill("Password", "password1234");
        press("Set up");
        sees("This is one of the passwords that are tried first", "Everything else you typed is still here");
        assertEquals("Larkspur", field("Organisation").inputValue());
        fill("Password", ADA);
        press("Set up");
        at("/");
        sees("Welcome, Ada Lovelace.", "An empty desk");
        for (var place : new String[] {"Occurrences", "Actions", "Services", "Desk"}) {
            follow(place);
        }
    }

    private void fillsTheCatalogue() {
        follow("Services");
        follow("Add the first service");
        fill("Name", "Payments");
        choose("Tier", "1");
        press("Add the service");
        sees("Payments is in the catalogue.");
        follow("Teams");
        follow("Add the first team");
        fill("Name", "Money");
        choose("Lead", "1");
        press("Add the team");
        follow("Services");
        follow("Payments");
        follow("Edit");
        choose("Owning team", "1");
        press("Save");
        sees("Money");
    }

    private void invitesAMember() {
        follow("Admin");
        fill("Name", "Mia Member");
        fill("E-mail", "mia@example.org");
        press("Make the link");
        sees("Send this link to Mia Member");
        var link = field("One-time link").inputValue();
        open(looking());
        go(link);
        sees("Join Larkspur", "Ada Lovelace invites you");
        fill("Password", "short");
        press("Accept the invitation");
        sees("At least 12 characters");
        fill("Password", MIA);
        press("Accept the invitation");
        sees("Welcome, Mia Member.");
        go("/admin/people");
        sees("There is nothing here");
        go("/");
    }

    private void filesANearMiss() {
        follow("File a report");
        sees("Choose one; five short questions follow.");
        pick("Something or someone stopped it.");
        sees("What almost happened?", "What stopped it?");
        doesNotSee("How bad is it?");
        fill("What almost happened?", "The clean-up job pointed at the live ledger. A preview showed it.");
        choose("Service", "1");
        fill("Noticed", minutesAgo(90));
        pick("A person intervened");
        fill("What did they notice", "The preview named the live ledger");
        page.getByLabel("SEV1, occasional").locator("..").click();
        fill("What one change would make it harder", "Separate accounts for jobs");
        press("File near miss");
        sees("Filed as #1.", "The clean-up job pointed at the live ledger", "could be SEV1", "A person intervened", "Separate accounts for jobs");
    }

    private void filesAnIncident() {
        follow("File a report");
        pick("Customers or the business were affected.");
        fill("What happened?", "Card payments failed for everybody in Austria.");
        choose("Service", "1");
        fill("Noticed", "2999-01-01T10:00");
        pick("SEV2");
        choose("How did it come to light?", "CUSTOMER");
        press("File incident");
        sees("This is in the future");
        assertEquals("Card payments failed for everybody in Austria.", field("What happened?").inputValue());
        fill("Noticed", minutesAgo(50));
        fill("Customers felt it since", minutesAgo(55));
        press("File incident");
        sees("Filed as #2.", "SEV2", "Open", "so far");
        go("/");
        sees("Card payments failed");
        assertEquals("1 open", page.locator(".side__count").first().innerText());
        go("/occurrences/2");
    }

    private void keepsTheTimeline() {
        line(minutesAgo(50), "Signal", "Support sees **forty** calls");
        line(minutesAgo(30), "Decision", "Roll back to yesterday’s release");
        line(minutesAgo(45), "Observation", "The certificate has run out");
        sees("3 entries", "forty");
        var text = page.locator("ol.line").innerText();
        assertTrue(text.indexOf("forty") < text.indexOf("certificate") && text.indexOf("certificate") < text.indexOf("Roll back"), text);
        page.locator("ol.line a", new Page.LocatorOptions().setHasText("edit")).first().click();
        check();
        fill("What happened", "Support sees forty calls in ten minutes");
        press("Save");
        sees("in ten minutes");
    }

    private void line(String at, String kind, String text) {
        page.getByLabel("Time", new Page.GetByLabelOptions().setExact(true)).fill(at);
        choose("Kind", kind.toUpperCase());
        page.getByPlaceholder("One line, Enter, next").fill(text);
        page.getByPlaceholder("One line, Enter, next").press("Enter");
        check();
    }

    private void correctsTheRecord() {
        follow("Edit");
        fill("Title", "Card payments failed in Austria");
        fill("Started", minutesAgo(60));
        fill("Acknowledged", minutesAgo(48));
        fill("Mitigated", minutesAgo(20));
        fill("Resolved", minutesAgo(10));
        fill("Tags", "certificates, payments");
        choose("Lead", "2");
        press("Save");
        sees("Saved.", "Card payments failed in Austria", "Resolved", "Mia Member", "certificates", "Money");
        follow("History (6)");
        sees("Card payments failed for everybody in Austria", "edited");
        page.goBack();
    }

    private void writesThePostmortem() {
        press("Start");
        assertEquals("Card payments failed for everybody in Austria.", written("Summary").inputValue());
        fill("Title", "Certificates run out on holidays");
        written("Impact").fill("Nobody in Austria could pay by card for **35 minutes**.");
        written("Detection").fill("Customers called; no alert went off.");
        written("Response and recovery").fill("Rolling back helped after two other things had been tried.");
        fill("Trigger", "A holiday");
        press("Save everything");
        sees("Saved.", "At least one contributing factor");
        written("Open questions").fill("Who else has such certificates?");
        press("Add a factor");
        fill("What contributed", "Renewal waits for a reminder that is sent to one mailbox");
        press("Add");
        sees("Choose");
        assertEquals("Renewal waits for a reminder that is sent to one mailbox", field("What contributed").inputValue());
        choose("Category", "11");
        fill("How we know", "The mailbox");
        press("Add");
        sees("Renewal waits for a reminder");
        assertEquals("Who else has such certificates?", written("Open questions").inputValue());
        written("How do we keep this failure from recurring?").fill("Renew by itself.");
        written("How do we limit the impact of the next one?").fill("Fall back to the second provider.");
        press("Save everything");
    }

    private void promisesAnAction() {
        press("Add an action");
        fill("What will be done", "Warn thirty days before a certificate runs out");
        pick("sooner");
        choose("Owner", "2");
        fill("Due", LocalDate.now(VIENNA).plusDays(14).toString());
        press("Add action");
        sees("Warn thirty days before a certificate runs out");
        go("/");
        sees("Warn thirty days before a certificate runs out", "Finish the postmortem: Certificates run out on holidays");
        follow("Actions");
        sees("1 not finished, 0 of them late", "Warn thirty days");
    }

    private void publishesIt() {
        go("/occurrences/2");
        follow("Continue");
        press("Save and preview");
        sees("A draft.", "Nobody in Austria could pay by card for 35 minutes.", "Renewal waits for a reminder", "Who else has such certificates?", "Roll back to yesterday’s release");
        follow("Publish …");
        press("Publish");
        sees("is published. Everybody can read it");
        go("/occurrences/1/postmortem");
        press("Start writing");
        press("Save and publish …");
        press("Publish");
        sees("Something is still missing");
        fill("Why publish it without the rest?", "The jobs have accounts of their own already");
        press("Publish");
        sees("Published without some of the usual parts: The jobs have accounts of their own already");
        follow("Library");
        sees("2 lessons", "Certificates run out on holidays");
        fill("Words", "reminder");
        press("Search");
        sees("1 lesson found", "Certificates run out on holidays");
        follow("Certificates run out on holidays");
        at("/occurrences/2/postmortem");
    }

    private void finishesTheAction() {
        go("/");
        follow("Warn thirty days before a certificate runs out");
        press("Start");
        sees("in progress");
        press("Done");
        sees("done");
        follow("Actions");
        follow("Board");
        sees("Warn thirty days");
    }

    private void findsThingsAgain() {
        follow("Occurrences");
        sees("2 filed: 1 incident, 1 near miss, 0 hazards");
        fill("Words", "ledger");
        press("Filter");
        sees("1 match", "The clean-up job pointed at the live ledger");
        doesNotSee("Card payments failed in Austria");
        follow("Clear");
        choose("Kind", "INCIDENT");
        press("Filter");
        sees("Card payments failed in Austria");
        var file = page.waitForDownload(() -> page.getByText("CSV").click());
        assertEquals("occurrences.csv", file.suggestedFilename());
        page.locator("#search").fill("#1");
        page.locator("#search").press("Enter");
        check();
        sees("The clean-up job pointed at the live ledger");
    }

    private void removesAndRestores() {
        go("/occurrences/1");
        page.getByText("Remove this record").click();
        press("Remove #1");
        go("/occurrences");
        doesNotSee("The clean-up job pointed at the live ledger");
        go("/occurrences/1");
        press("Restore #1");
        go("/occurrences");
        sees("The clean-up job pointed at the live ledger");
    }

    private void changesPasswordAndLeaves() {
        follow("Profile");
        follow("Change password");
        fill("Your password now", MIA);
        fill("New password", "another plum kettle");
        press("Change password");
        sees("Your password is changed.");
        press("Switch to dark theme");
        assertEquals("dark", page.locator("html").getAttribute("data-bs-theme"));
        press("Sign out");
        sees("You are signed out.");
        go("/occurrences/2");
        sees("Sign in");
        fill("E-mail", "MIA@example.org");
        fill("Password", MIA);
        press("Sign in");
        sees("E-mail and password do not go together.");
        fill("Password", "another plum kettle");
        press("Sign in");
        at("/occurrences/2");
    }

    /** Of all time: what happened an hour ago may have happened last month. */
    private void readsTheMonth() {
        follow("Reliability");
        sees("Time between incidents", "Time to detect", "Time to mitigate", "Caught early", "Incidents and near misses by month", "Definitions");
        choose("Period", "all");
        press("Apply");
        sees("All time", "One value is no median.", "1 incident");
        choose("Severity", "SEV1");
        press("Apply");
        doesNotSee("One value is no median.");
        choose("Severity", "SEV2");
        press("Apply");
        if (look.scripts()) {
            pointsAtTheChart();
        } else {
            assertTrue(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Incidents and near misses by month")).isVisible());
        }
        var figures = page.request().get(page.getByText("JSON").getAttribute("href"));
        assertEquals(200, figures.status());
        assertTrue(figures.text().contains("\"severity\":\"SEV2\""), figures.text());
    }

    private void pointsAtTheChart() {
        var chart = page.locator(".chart__canvas svg").first();
        chart.scrollIntoViewIfNeeded();
        var box = chart.boundingBox();
        for (var part = 0.1; part < 1; part += 0.1) {
            page.mouse().move(box.x + box.width * part, box.y + box.height * part);
            page.waitForTimeout(30);
        }
        check();
    }

    private void importsAHistory() {
        open(looking());
        go("/sign-in");
        fill("E-mail", "ada@example.org");
        fill("Password", ADA);
        press("Sign in");
        follow("Admin");
        follow("Imports");
        upload();
        await("Nothing has been written yet.");
        press("Import these 6");
        await(", finished");
        go("/occurrences");
        sees("Checkout was down in all shops");
        go("/admin/imports");
        upload();
        await("There is nothing to import.");
    }

    private void upload() {
        field("File").setInputFiles(Path.of("src/test/resources/fixtures/exchange/google.json"));
        press("Start a dry run");
    }

    /** The page looks again by itself; without scripts somebody presses the link. */
    private void await(String words) {
        for (var tries = 0; tries < 100 && !page.locator("main").innerText().contains(words); tries++) {
            page.waitForTimeout(100);
            if (!look.scripts()) {
                page.reload();
            }
        }
        sees(words);
        check();
    }

    /** The box under that heading. */
    private Locator written(String section) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(section).setExact(true));
    }

    private static String minutesAgo(int minutes) {
        return LocalDateTime.now(VIENNA).minusMinutes(minutes).truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
