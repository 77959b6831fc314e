package org.closecall.postmortem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.action.ActionItem;
import org.closecall.action.Aim;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;

/** The writing page in a browser: opened once, then sent with what was typed and all that it carried. */
final class Draft {

    private static final Pattern CARRIED = Pattern.compile("name=\"((?:was|seen)\\.[a-z]+)\" value=\"([^\"]*)\"");

    private Draft() {
    }

    /** Files an occurrence and returns its number. */
    static long occurrence(Kind kind, String title) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var occurrence = new Occurrence();
            occurrence.kind = kind;
            occurrence.title = title;
            return occurrence.file(Fixtures.person("member"), Instant.now()).number;
        });
    }

    static String path(long number) {
        return "/occurrences/" + number + "/postmortem";
    }

    static long started(Browser by, Kind kind, String title) {
        var number = occurrence(kind, title);
        by.get(path(number));
        by.post(path(number)).then().statusCode(303);
        return number;
    }

    /** The fields of a form on the page the browser shows, with these typed into it. */
    static String[] typed(Browser browser, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        var carried = CARRIED.matcher(browser.page());
        while (carried.find()) {
            all.add(carried.group(1));
            all.add(carried.group(2));
        }
        return all.toArray(String[]::new);
    }

    static io.restassured.response.Response save(Browser browser, long number, String... fields) {
        browser.get(path(number) + "/edit").then().statusCode(200);
        return browser.post(path(number) + "/sections", typed(browser, fields));
    }

    static void addFactor(Browser browser, long number, String text) {
        browser.get(path(number) + "/factors/new");
        browser.post(path(number) + "/factors", "key", browser.key(), "category", "2", "text", text, "howKnown", "").then().statusCode(303);
    }

    /** Everything the checklist of an incident asks for, except an action. */
    static void complete(Browser browser, long number) {
        save(browser, number, "summary", "Short and sweet.", "impact", "None to speak of.", "detection", "An alert.", "response", "We waited.",
                "prevent", "A check.", "limit", "A switch.").then().statusCode(303);
        addFactor(browser, number, "Two caches were empty");
    }

    static void addAction(long number, String title) {
        QuarkusTransaction.requiringNew().run(() -> {
            var action = new ActionItem();
            action.title = title;
            action.aim = Aim.DETECT_SOONER;
            action.add(Occurrence.numbered(number), Fixtures.person("member"), Instant.now());
        });
    }

    static void publish(Browser browser, long number) {
        browser.post(path(number) + "/publication", "because", "Enough for a test").then().statusCode(303);
    }

    static String body(long number, String key) {
        return QuarkusTransaction.requiringNew().call(() -> Postmortem.of(Occurrence.numbered(number)).section(key).body);
    }
}
