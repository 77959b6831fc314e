package org.closecall.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.FullStore;
import org.closecall.Route;
import org.closecall.occurrence.LogColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every page there is, in both themes and both widths: usable by all, within its width, nothing refused by the browser. */
@QuarkusTest
class PagesTest extends Journey {

    private static final List<String> EVERY_COLUMN = Arrays.stream(LogColumn.values()).map(LogColumn::parameter).toList();
    /** Beyond each address with its first record: the other kinds of record, filters that match and that don't. */
    private static final List<String> MORE = List.of("/report?kind=INCIDENT", "/report?kind=NEAR_MISS", "/report?kind=HAZARD", "/occurrences/2/merger?into=1", "/occurrences/6/merger?into=1", "/occurrences/10/merger/removal", "/occurrences/10/history", "/admin/removed?show=parts",
            "/occurrences/2", "/occurrences/3", "/occurrences/4", "/occurrences/5", "/occurrences/6", "/occurrences/7", "/occurrences/8", "/occurrences/9", "/occurrences/8/moments/new", "/occurrences/8/updates", "/occurrences/8/roles", "/occurrences/5/reopening", "/occurrences/2/edit", "/occurrences/9/history",
            "/occurrences?text=nothing+like+it", "/occurrences?tag=certificates&from=2026-01-01&to=2026-02-01&severity=SEV1-SEV3&sort=oldest", "/occurrences?after=2026-02-01T00:00:00Z_2",
            "/occurrences?columns=title", "/occurrences?columns=" + String.join(",", EVERY_COLUMN), "/bulk-edits/new?number=1&number=2&number=9&number=10&number=x", "/bulk-edits/new?all=true&kind=INCIDENT",
            "/actions?view=board", "/actions?show=mine", "/actions?show=late", "/actions?state=DONE", "/actions?text=nothing+like+it", "/actions/2", "/actions/3", "/actions/4", "/actions/5",
            "/occurrences/2/postmortem", "/occurrences/2/postmortem/edit", "/occurrences/2/postmortem/publication", "/occurrences/4/postmortem", "/occurrences/3/postmortem", "/occurrences/3/postmortem/edit", "/occurrences/3/postmortem/review", "/occurrences/3/postmortem/versions", "/occurrences/1/postmortem/versions/2", "/occurrences/1/postmortem/versions/comparison?from=1&to=2", "/occurrences/3/postmortem/template", "/occurrences/1/postmortem/sections/summary/revisions", "/admin/templates/3/edit", "/admin/templates/new?from=3", "/library?text=certificate", "/library?text=nothing+like+it",
            "/reliability?month=all", "/reliability?month=2026-01", "/reliability?month=2020-01", "/reliability?from=2026-01-01&to=2026-06-30&severity=SEV1-SEV3&service=1", "/admin/imports/2", "/admin/imports/1?outcome=SKIPPED",
            "/services/2", "/services/3", "/teams/2", "/controls/new?layer=PRODUCTION", "/tags?after=zzz", "/admin/people/3/edit", "/admin/people/4/edit", "/occurrences/3/controls", "/occurrences/1/attachments/new?entry=1", "/occurrences?control=1&state=FAILED", "/occurrences/1/actions/new?control=1", "/nothing");

    private final List<String> wrong = new ArrayList<>();

    @AfterEach
    void nothingIsWrong() {
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void ofAFullStore() {
        FullStore.fill();
        var administrator = enter("administrator");
        Stream.concat(Route.visits().stream().map(route -> route.address("1")), MORE.stream()).distinct().filter(path -> shows(administrator, path)).forEach(this::look);
        enter("viewer");
        Stream.of("/", "/occurrences/1", "/services/1", "/controls", "/actions/1", "/report").forEach(this::look);
    }

    /** Without the theme's script the style sheet follows the system by itself; without the charts' there is the table. */
    @Test
    void whoseScriptsDoNotArrive() {
        FullStore.fill();
        enter("member");
        page.route("**/*.js", route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setContentType("text/javascript").setBody("")));
        Stream.of("/", "/report?kind=INCIDENT", "/occurrences", "/occurrences/1", "/occurrences/1/postmortem", "/actions?view=board", "/reliability?month=all").forEach(this::look);
    }

    @Test
    void ofAnEmptyStore() {
        Fixtures.organisation();
        var administrator = enter("administrator");
        Route.visits().stream().map(route -> route.address("1")).distinct().filter(path -> administrator.get(path).statusCode() == 200).filter(path -> shows(administrator, path)).forEach(this::look);
    }

    @Test
    void ofVisitors() {
        Fixtures.empty();
        open(new Look(Look.DESK, ColorScheme.LIGHT, true));
        look("/set-up");
        press("/set-up", "");
        Fixtures.organisation();
        var administrator = Browser.as("administrator");
        administrator.get("/admin/people");
        administrator.post("/admin/invitations", "key", administrator.key(), "name", "Nora New", "email", "nora@example.org", "role", "VIEWER");
        administrator.get("/admin/people");
        look("/sign-in");
        press("/sign-in", "email.value = 'a@b.c'; password.value = 'x'");
        look(administrator.page().replaceFirst("(?s).*value=\"[^\"]*(/invitations/[^\"]+)\".*", "$1"));
        look("/invitations/" + "x".repeat(32));
    }

    /** As it comes back when something is wrong with it, or when somebody else was faster. */
    @Test
    void ofRefusedForms() {
        FullStore.fill();
        enter("administrator");
        for (var kind : List.of("INCIDENT", "NEAR_MISS", "HAZARD")) {
            press("/report?kind=" + kind, "noticed.value = '2999-01-01T10:00'");
        }
        press("/report?kind=INCIDENT", "narrative.value = 'x'; noticed.value = '2025-10-26T02:30'");
        press("/occurrences/1/edit", "title.value = ''; startedAt.value = '2999-01-01T10:00'; tags.value = 'x'.repeat(99)");
        press("/occurrences/1/edit", "title.value = 'Mine'; version.value = '0'");
        press("/occurrences/1", "at.value = ''; evidence.value = 'x'");
        press("/occurrences/1/pastes/new", "pasted.value = ''");
        press("/occurrences/1/reopening", "");
        press("/occurrences/8/updates", "");
        press("/occurrences/8/roles", "elements.role.value = 'OTHER'; person.value = ''");
        press("/occurrences/8/moments/new", "elements.name.value = ''; at.value = '2999-01-01T10:00'");
        press("/occurrences/1/timeline/1/edit", "at.value = '2025-10-26T02:30'");
        press("/occurrences/1/edit", "startedAt.value = '2025-10-26T02:30'");
        press("/occurrences/1/timeline/1/edit", "text.value = 'Mine'; version.value = '-1'");
        press("/occurrences/1/actions/new", "dueOn.value = '1999-01-01'");
        press("/actions/1/edit", "title.value = 'Mine'; version.value = '-1'");
        press("/occurrences/1/postmortem/edit", "elements.title.value = ''");
        press("/occurrences/1/postmortem/edit", "elements['was.title'].value = 'x'; elements.title.value = 'Mine'");
        press("/occurrences/1/postmortem/factors/new", "");
        press("/occurrences/1/postmortem/factors/1/edit", "version.value = '-1'; text.value = 'Mine'");
        press("/occurrences/8/postmortem/publication", "");
        press("/occurrences/3/postmortem/verdict", "elements.verdict.value = 'CHANGES'; elements.text.value = ''");
        press("/occurrences/3/postmortem/comments", "comment.value = ''");
        press("/occurrences/3/postmortem/meeting", "at.value = '2027-10-31T02:30'; minutes.value = '0'");
        press("/occurrences/3/postmortem/meeting", "elements.sequence.value = '-1'");
        press("/occurrences/1/postmortem/poll", "learned.value = 'yes'; elements.again.forEach(one => one.checked = false)");
        press("/occurrences/1/links/new", "other.value = 'x'");
        press("/occurrences/6/merger?into=1", "into.value = 'x'");
        press("/views/new?kind=HAZARD", "elements.name.value = ''");
        press("/bulk-edits/new?number=1&number=2", "removeTags.value = 'x'; addTags.value = 'X'; how.value = 'REPLACE'");
        press("/services/new", "");
        press("/services/1/edit", "version.value = '-1'; description.value = 'Mine'");
        press("/teams/new", "");
        press("/controls/new", "");
        press("/controls/1/edit", "was.value = 'Former'; elements.name.value = 'Mine'");
        press("/tags/1/edit", "elements.name.value = ''");
        press("/admin/templates/new?from=3", "elements.name.value = ''");
        press("/admin/templates/3/edit", "elements.name.value = 'Mine'; version.value = '-1'");
        press("/password", "");
        press("/admin/people", "email.value = 'x'");
        press("/admin/people/4/edit", "role.value = 'VIEWER'");
        press("/admin/organisation", "elements.name.value = ''");
    }

    private Browser enter(String who) {
        open(new Look(Look.DESK, ColorScheme.LIGHT, true));
        var browser = Browser.as(who);
        page.context().addCookies(List.of(new Cookie("session", browser.cookies().get("session")).setUrl(site.toString())));
        return browser;
    }

    private void look(String path) {
        page.navigate(path);
        judge(path);
    }

    /** Sends the page's main form as it is after the change, without the browser's own checks. */
    private void press(String path, String change) {
        page.navigate(path);
        var answer = page.waitForNavigation(() -> page.evaluate("() => { const form = document.querySelector('main form:has(.btn-primary), main form.quick, main form.write'); form.noValidate = true; with (form) { %s } HTMLFormElement.prototype.submit.call(form); }".formatted(change)));
        judge(path + " when refused");
        if (answer.status() != 422 && answer.status() != 409) {
            wrong.add(path + " was not refused but answered " + answer.status());
        }
    }

    /** The theme changes colours and nothing else: what doesn't depend on them is judged once in each width. */
    private void judge(String path) {
        judge(path, Look.DESK, ColorScheme.LIGHT, ColorScheme.DARK);
        judge(path, Look.PHONE, ColorScheme.DARK, ColorScheme.LIGHT);
    }

    private void judge(String path, int width, ColorScheme... themes) {
        page.setViewportSize(width, 900);
        say(path, width, "", layout());
        for (var theme : themes) {
            turn(theme);
            say(path, width, ", " + theme, Contrast.violations(page));
        }
    }

    /** A page whose theme doesn't follow would be judged in the wrong one. */
    private void turn(ColorScheme theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.waitForFunction("theme => (document.documentElement.dataset.bsTheme ?? theme) === theme", theme.name().toLowerCase());
    }

    private List<String> layout() {
        var problems = new ArrayList<>(Axe.violationsButContrast(page));
        var wider = (String) page.evaluate(Axe.WIDER);
        if (!wider.isEmpty()) {
            problems.add("scrolls sideways, " + wider);
        }
        return problems;
    }

    private void say(String path, int width, String theme, List<String> problems) {
        problems.forEach(problem -> wrong.add(path + " at " + width + " px" + theme + ": " + problem));
    }

    /** Files to save and addresses without a page of their own are not looked at. */
    private static boolean shows(Browser browser, String path) {
        var type = browser.get(path).contentType();
        return type != null && type.startsWith("text/html");
    }
}
