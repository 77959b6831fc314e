package org.closecall.journeys;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;
import org.closecall.people.Person;
import org.junit.jupiter.api.Test;

/** Mia reviews the month that has gone by: she writes, decides and freezes. Later the data is corrected. */
@QuarkusTest
class MonthlyJourneyTest extends Journey {

    private static final YearMonth MONTH = YearMonth.now(ZoneId.of("Europe/Vienna")).minusMonths(1);
    private static final String ADDRESS = "/reliability/" + MONTH;

    @Test
    void aMonthIsReviewedFrozenAndCorrected() {
        Fixtures.organisation();
        QuarkusTransaction.requiringNew().run(MonthlyJourneyTest::incidents);
        enter("member", true);
        prepares();
        writes();
        decides();
        press("Freeze");
        sees("frozen", "Mia Member, ", "Limit retries of the client", "Today every number would be the same.");
        QuarkusTransaction.requiringNew().run(() -> Occurrence.numbered(2).remove("A drill", Person.withEmail("member@example.org"), Instant.now()));
        corrects();
        withoutScripts();
    }

    private void prepares() {
        go("/reliability");
        follow("Reviews");
        press("Prepare a draft");
        at(ADDRESS);
        sees(DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH).format(MONTH), "draft", "#1 Payments fail 1", "Incidents and near misses by month");
    }

    /** It saves by itself. */
    private void writes() {
        follow("Write the commentary");
        fill("Commentary", "Three times the *same* client.");
        page.locator("[data-state=commentary] .autosave--ok").waitFor();
        check();
        follow("See the review");
        sees("Three times the same client.");
    }

    private void decides() {
        follow("Add a decision");
        fill("What will be done", "Limit retries of the client");
        pick("Prevent recurrence");
        choose("Owner", String.valueOf(Fixtures.person("other").id));
        press("Add the decision");
        sees("The decision is an action now.", "Limit retries of the client", "Otto Other", "open");
    }

    private void corrects() {
        go(ADDRESS);
        sees("1 record changed since", "Changed since it was frozen", "Incidents: 3", "Incidents: 2", "#2 Payments fail 2", "#1 Payments fail 1");
        fill("What was wrong, and what is right", "The second was a drill.");
        press("Add a correction");
        sees("The second was a drill.", "Mia Member");
    }

    private void withoutScripts() {
        enter("viewer", false);
        go(ADDRESS);
        sees("Three times the same client.", "The second was a drill.", "The same as a table");
        press("Subscribe");
        sees("Unsubscribe");
    }

    private void enter(String who, boolean scripts) {
        open(new Look(scripts ? Look.DESK : Look.PHONE, ColorScheme.LIGHT, scripts));
        signIn(Browser.as(who));
    }

    private static void incidents() {
        for (var day = 1; day <= 3; day++) {
            var start = MONTH.atDay(5 * day).atTime(10, 0).toInstant(ZoneOffset.UTC);
            var incident = new Occurrence();
            incident.kind = Kind.INCIDENT;
            incident.title = "Payments fail " + day;
            incident.severity = Severity.SEV2;
            incident.started = Moment.at(start);
            incident.impactStarted = Moment.at(start);
            incident.mitigated = Moment.at(start.plusSeconds(3_600L * day));
            incident.resolved = Moment.at(start.plusSeconds(7_200L * day));
            incident.file(Person.withEmail("member@example.org"), start);
        }
    }
}
