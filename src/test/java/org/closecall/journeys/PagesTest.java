package org.closecall.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.FullStore;
import org.closecall.Route;
import org.closecall.occurrence.LogColumn;
import org.junit.jupiter.api.Test;

/** Every page there is: usable by all, within its width, nothing refused by the browser. */
@QuarkusTest
class PagesTest {

    private static final List<String> EVERY_COLUMN = Arrays.stream(LogColumn.values()).map(LogColumn::parameter).toList();
    /** Beyond each address with its first record: the other kinds of record, filters that match and that don't. */
    private static final List<String> MORE = List.of("/report?kind=INCIDENT", "/report?kind=NEAR_MISS", "/report?kind=HAZARD", "/occurrences/2/merger?into=1", "/occurrences/6/merger?into=1", "/occurrences/10/merger/removal", "/occurrences/10/history", "/admin/removed?show=parts",
            "/occurrences/2", "/occurrences/3", "/occurrences/4", "/occurrences/5", "/occurrences/6", "/occurrences/7", "/occurrences/8", "/occurrences/9", "/occurrences/8/moments/new", "/occurrences/8/updates", "/occurrences/8/roles", "/occurrences/5/reopening", "/occurrences/2/edit", "/occurrences/9/history",
            "/occurrences?text=nothing+like+it", "/occurrences?tag=certificates&from=2026-01-01&to=2026-02-01&severity=SEV1-SEV3&sort=oldest", "/occurrences?after=2026-02-01T00:00:00Z_2",
            "/occurrences?columns=title", "/occurrences?columns=" + String.join(",", EVERY_COLUMN), "/bulk-edits/new?number=1&number=2&number=9&number=10&number=x", "/bulk-edits/new?all=true&kind=INCIDENT",
            "/actions?view=board", "/actions?view=board&by=owner", "/action-batches/new?all=true", "/actions?show=mine", "/actions?show=late", "/actions?state=DONE", "/actions?text=nothing+like+it", "/actions/2", "/actions/3", "/actions/4", "/actions/5",
            "/occurrences/2/postmortem", "/occurrences/2/postmortem/edit", "/occurrences/2/postmortem/publication", "/occurrences/4/postmortem", "/occurrences/3/postmortem", "/occurrences/3/postmortem/edit", "/occurrences/3/postmortem/review", "/occurrences/3/postmortem/versions", "/occurrences/1/postmortem/versions/2", "/occurrences/1/postmortem/versions/comparison?from=1&to=2", "/occurrences/3/postmortem/template", "/occurrences/1/postmortem/sections/summary/revisions", "/admin/templates/3/edit", "/admin/templates/new?from=3", "/library?text=certificate", "/library?text=nothing+like+it",
            "/reliability?month=all", "/reliability?month=2026-01", "/reliability?month=2020-01", "/reliability/foretold?month=all", "/reliability/coincidences?month=all", "/reliability?from=2026-01-01&to=2026-03-31&compare=year", "/reliability?from=2026-01-01&to=2026-06-30&severity=SEV1-SEV3&service=1", "/admin/imports/2", "/admin/imports/1?outcome=SKIPPED",
            "/reliability/2026-01", "/reliability/2026-02?team=1", "/reliability/2026-Q1", "/reliability/reviews/2/commentary", "/reliability/reviews/2/notable", "/reliability/reviews/comparison?was=2026-01&is=2026-02&team=1", "/services/2", "/services/3", "/teams/2", "/controls/new?layer=PRODUCTION", "/tags?after=zzz", "/admin/people/3/edit", "/admin/people/4/edit", "/occurrences/3/controls", "/occurrences/1/attachments/new?entry=1", "/occurrences?control=1&state=FAILED", "/occurrences/1/actions/new?control=1", "/prevention/imports/deployments/new", "/prevention/imports/deployments/2", "/prevention/imports/deployments/2?outcome=REFUSED", "/prevention/remediations?outcome=RELAPSED", "/prevention/deployments/2", "/prevention/experiments/2", "/nothing");

    /** Pages are looked at by two at once: there are two cores at least. */
    private static final ExecutorService JUDGES = Executors.newFixedThreadPool(2);

    @TestHTTPResource("/")
    URL site;

    private final Queue<Consumer<PageJudge>> plan = new ConcurrentLinkedQueue<>();

    @Test
    void ofAFullStore() {
        FullStore.fill();
        var administrator = Browser.as("administrator");
        Route.visits().stream().map(route -> route.address("1")).distinct().filter(path -> shows(administrator, path)).forEach(this::look);
        MORE.stream().filter(path -> shows(administrator, path)).forEach(this::glance);
        judgedBy("administrator");
        Stream.of("/", "/occurrences/1", "/services/1", "/controls", "/actions/1", "/report").forEach(this::glance);
        judgedBy("viewer");
    }

    /** Without the theme's script the style sheet follows the system by itself; without the charts' there is the table. */
    @Test
    void whoseScriptsDoNotArrive() {
        FullStore.fill();
        var judge = new PageJudge(site, "member");
        judge.page.route("**/*.js", route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setContentType("text/javascript").setBody("")));
        Stream.of("/", "/report?kind=INCIDENT", "/occurrences", "/occurrences/1", "/occurrences/1/postmortem", "/actions?view=board", "/reliability?month=all").forEach(judge::look);
        assertEquals(List.of(), judge.done());
    }

    /** Those that look different then. */
    @Test
    void ofAnEmptyStore() {
        Fixtures.organisation();
        var administrator = Browser.as("administrator");
        Route.visits().stream().map(route -> route.address("1")).distinct().filter(path -> administrator.get(path).asString().contains("empty-cc")).forEach(this::glance);
        assertTrue(plan.size() > 15, plan::toString);
        judgedBy("administrator");
    }

    @Test
    void ofVisitors() {
        Fixtures.empty();
        var visitor = new PageJudge(site, null);
        visitor.look("/set-up");
        visitor.press("/set-up", "");
        Fixtures.organisation();
        var administrator = Browser.as("administrator");
        administrator.get("/admin/people");
        administrator.post("/admin/invitations", "key", administrator.key(), "name", "Nora New", "email", "nora@example.org", "role", "VIEWER");
        administrator.get("/admin/people");
        visitor.look("/sign-in");
        visitor.press("/sign-in", "email.value = 'a@b.c'; password.value = 'x'");
        visitor.look(administrator.page().replaceFirst("(?s).*value=\"[^\"]*(/invitations/[^\"]+)\".*", "$1"));
        visitor.look("/invitations/" + "x".repeat(32));
        assertEquals(List.of(), visitor.done());
    }

    /** As it comes back when something is wrong with it, or when somebody else was faster. */
    @Test
    void ofRefusedForms() {
        FullStore.fill();
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
        press("/reliability/reviews/1/commentary", "elements['was.risks'].value = 'x'; elements.risks.value = 'Mine'");
        press("/reliability/reviews/1/notable", "number.value = 'x'");
        press("/reliability/reviews/1/decisions/new", "dueOn.value = '1999-01-01'");
        press("/reliability/2026-02?team=1", "correction.value = ''");
        press("/password", "");
        press("/admin/people", "email.value = 'x'");
        press("/admin/people/4/edit", "role.value = 'VIEWER'");
        press("/admin/organisation", "elements.name.value = ''");
        judgedBy("administrator");
    }

    private void look(String path) {
        plan.add(judge -> judge.look(path));
    }

    private void glance(String path) {
        plan.add(judge -> judge.glance(path));
    }

    private void press(String path, String change) {
        plan.add(judge -> judge.press(path, change));
    }

    /** All that is planned. Refused forms change nothing, so that nobody is in another's way. */
    private void judgedBy(String who) {
        var both = Stream.generate(() -> CompletableFuture.supplyAsync(() -> judged(who), JUDGES)).limit(2).toList();
        assertEquals("", both.stream().flatMap(one -> one.join().stream()).collect(Collectors.joining("\n")));
    }

    private List<String> judged(String who) {
        var judge = new PageJudge(site, who);
        for (var next = plan.poll(); next != null; next = plan.poll()) {
            next.accept(judge);
        }
        return judge.done();
    }

    /** Files to save and addresses without a page of their own are not looked at. */
    private static boolean shows(Browser browser, String path) {
        var type = browser.get(path).contentType();
        return type != null && type.startsWith("text/html");
    }
}
