package org.closecall.action;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.closecall.Browser;
import org.closecall.Fixtures;
import org.closecall.Statements;
import org.closecall.catalog.Control;
import org.closecall.catalog.Layer;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActionListTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Vienna"));
    private static final Pattern TITLE = Pattern.compile("(?:list__title|ticket__title)\" href=\"/actions/(\\d+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    Browser viewer;

    @BeforeEach
    void signIn() {
        Fixtures.organisation();
        viewer = Browser.as("viewer");
        QuarkusTransaction.requiringNew().run(() -> {
            occurrence("Certificate lapsed");
            occurrence("Queue overflowed");
        });
    }

    @Test
    void pagesByKeyShowEachOnceInOrderWhateverTheDates() {
        var random = new Random(7);
        var expected = new ArrayList<ActionItem>();
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 0; i < ActionList.PAGE * 2 + 30; i++) {
                expected.add(add(1, "Action " + i, random.nextInt(4) == 0 ? null : TODAY.plusDays(random.nextInt(12)), null));
            }
        });
        expected.sort(Comparator.comparing((ActionItem action) -> action.dueOn, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(action -> action.id));
        assertEquals(expected.stream().map(action -> action.id).toList(), walk("/actions"));
        assertEquals(expected.stream().map(action -> action.id).toList(), walk("/actions?state=ANY"));
    }

    @Test
    void whatIsDonePagesLatestFirst() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 0; i < ActionList.PAGE + 5; i++) {
                new Step(add(1, "Action " + i, null, null), member(), NOW.plusSeconds(i / 3)).complete("seen");
            }
        });
        var seen = walk("/actions?state=DONE");
        assertEquals(ActionList.PAGE + 5, seen.size());
        assertEquals(seen.stream().sorted(Comparator.reverseOrder()).toList(), seen);
    }

    @Test
    void anActionAddedMeanwhileMovesNothing() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 0; i < ActionList.PAGE + 3; i++) {
                add(1, "Action " + i, TODAY.plusDays(5), null);
            }
        });
        var next = next(viewer.get("/actions").body().asString());
        QuarkusTransaction.requiringNew().run(() -> add(1, "Sooner", TODAY, null));
        assertEquals(List.of(51L, 52L, 53L), ids(viewer.get(next).body().asString()));
    }

    @Test
    void filtersByEverythingAndTogether() {
        QuarkusTransaction.requiringNew().run(() -> {
            new Step(add(1, "Verify certificates on every host", TODAY.minusDays(2), member()), member(), NOW).start();
            add(2, "Alert on queue age", TODAY.plusDays(2), null, Aim.DETECT_SOONER, "Beside the certificate panel");
            new Step(add(2, "Shed load at the edge", null, other(), Aim.REDUCE_IMPACT, null), other(), NOW).complete("seen");
            add(1, "Eject failing hosts", TODAY.plusDays(9), other(), Aim.REDUCE_IMPACT, null);
            add(1, "Removed", TODAY, other()).remove(other(), NOW);
        });
        only("", List.of(1, 2, 4));
        only("?text=certificates", List.of(1, 2));
        only("?text=%232", List.of(2));
        only("?text=%22failing+hosts%22", List.of(4));
        only("?state=IN_PROGRESS", List.of(1));
        only("?state=OPEN", List.of(2, 4));
        only("?state=DONE", List.of(3));
        only("?state=ANY", List.of(1, 2, 4, 3));
        only("?aim=REDUCE_IMPACT", List.of(4));
        only("?aim=REDUCE_IMPACT&state=ANY", List.of(4, 3));
        only("?show=late", List.of(1));
        only("?show=late&aim=REDUCE_IMPACT", List.of());
        only("?owner=" + other().id, List.of(4));
        only("?owner=NOBODY", List.of(2));
        only("?owner=NOBODY&text=queue&aim=DETECT_SOONER&state=OPEN", List.of(2));
        List.of("?state=JUNK", "?aim=JUNK", "?owner=junk", "?owner=77", "?text=nothing+like+it").forEach(query -> only(query, List.of()));
        List.of("?after=junk", "?after=_", "?after=2026-13-40_1", "?after=x_1", "?view=junk", "?show=junk", "?text=%00", "?text=%27%22%28%26", "?aim=%00", "?owner=%00", "?state=%00", "?after=%00_1").forEach(query ->
                viewer.get("/actions" + query).then().statusCode(200));
    }

    @Test
    void filtersByWhatItHelpsAndWhoLooksAfterIt() {
        QuarkusTransaction.requiringNew().run(() -> {
            var payments = Service.create("Payments", 1, crew(), NOW);
            Occurrence.numbered(2).services.add(payments);
            var one = add(1, "Of its own service", TODAY.plusDays(3), member());
            one.service = payments;
            one.team = payments.team;
            one.priority = Priority.HIGH;
            add(2, "Of its occurrence's", TODAY.plusDays(30), null);
            var three = add(1, "Of none", null, member());
            three.strategy = Strategy.find("name", "Circuit breakers").firstResult();
            three.control = Control.find("layer", Layer.PRODUCTION).firstResult();
            three.layer = Layer.PRODUCTION;
            new Step(three, member(), NOW).block("a vendor");
            var four = new ActionItem();
            four.title = "From nothing on record";
            four.aim = Aim.DETECT_SOONER;
            four.origin = Origin.NONE;
            four.createdAt = NOW.plusSeconds(86_400 * 40);
            four.dueOn = TODAY;
            four.add(null, member(), NOW);
            var five = add(1, "Done by another", TODAY, null);
            new Step(five, other(), NOW).complete("seen");
            new Step(add(1, "Done by who looks", TODAY, null), member(), NOW).complete("seen");
        });
        var strategy = QuarkusTransaction.requiringNew().call(() -> ActionItem.<ActionItem>findById(3L).strategy.id);
        var control = QuarkusTransaction.requiringNew().call(() -> ActionItem.<ActionItem>findById(3L).control.id);
        viewer = Browser.as("member");
        only("?service=1", List.of(1, 2));
        only("?service=NONE", List.of(4, 3));
        only("?team=1", List.of(1));
        only("?team=NONE", List.of(4, 2, 3));
        only("?strategy=" + strategy, List.of(3));
        only("?strategy=DESIGN", List.of(3));
        only("?strategy=NONE", List.of(4, 1, 2));
        only("?priority=HIGH", List.of(1));
        only("?defence=PRODUCTION", List.of(3));
        only("?defence=" + control, List.of(3));
        only("?kind=INCIDENT", List.of(1, 2, 3));
        only("?kind=NONE", List.of(4));
        only("?from=" + TODAY.plusDays(1) + "&to=" + TODAY.plusDays(3), List.of(1));
        only("?since=2026-01-02", List.of(4));
        only("?until=2026-01-01", List.of(1, 2, 3));
        only("?show=week", List.of(4, 1));
        only("?show=blocked", List.of(3));
        only("?show=nodate", List.of(3));
        only("?show=verify", List.of(5));
        only("?state=OPEN,DONE&owner=NOBODY", List.of(4, 5, 6, 2));
        only("?sort=priority", List.of(1, 4, 2, 3));
        only("?sort=age", List.of(1, 2, 3, 4));
        List.of("?show=junk", "?team=junk", "?service=9", "?strategy=junk", "?priority=junk", "?defence=junk", "?kind=junk", "?from=junk", "?to=2026-99-99", "?since=%2B999999999-01-01", "?state=OPEN,JUNK").forEach(query -> only(query, List.of()));
        List.of("?sort=priority&after=9_none_1", "?sort=age&after=none_1", "?after=%2B99999-01-01_1", "?state=DONE&after=-999999-01-01T00:00:00Z_1").forEach(query -> viewer.get("/actions" + query).then().statusCode(200));
    }

    @Test
    void everyOrderPagesByKey() {
        var random = new Random(11);
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 0; i < ActionList.PAGE + 30; i++) {
                var action = add(1, "Action " + i, random.nextInt(4) == 0 ? null : TODAY.plusDays(random.nextInt(5)), null);
                action.priority = Priority.values()[random.nextInt(3)];
                action.createdAt = NOW.plusSeconds(random.nextInt(20));
            }
        });
        List<ActionItem> all = QuarkusTransaction.requiringNew().call(() -> ActionItem.listAll());
        var byId = Comparator.comparing((ActionItem action) -> action.id);
        Comparator<ActionItem> byDue = Comparator.comparing(action -> action.dueOn, Comparator.nullsLast(Comparator.naturalOrder()));
        assertEquals(all.stream().sorted(Comparator.comparing((ActionItem action) -> action.priority).thenComparing(byDue).thenComparing(byId)).map(action -> action.id).toList(), walk("/actions?sort=priority"));
        assertEquals(all.stream().sorted(Comparator.comparing((ActionItem action) -> action.createdAt).thenComparing(byId)).map(action -> action.id).toList(), walk("/actions?sort=age"));
    }

    @Test
    void mineAreThoseOfWhoLooks() {
        QuarkusTransaction.requiringNew().run(() -> {
            add(1, "Hers", TODAY, member());
            add(1, "His", TODAY, other());
            new Step(add(1, "Hers, done", TODAY, member()), member(), NOW).complete("seen");
        });
        assertEquals(List.of(1L), ids(Browser.as("member").get("/actions?show=mine").body().asString()));
        assertEquals(List.of(2L), ids(Browser.as("other").get("/actions?show=mine").body().asString()));
        viewer.get("/actions?show=mine").then().body(containsString("Nothing waits for you"));
    }

    @Test
    void theTabsCount() {
        QuarkusTransaction.requiringNew().run(() -> {
            add(1, "Late", TODAY.minusDays(1), null);
            add(1, "Late", TODAY.minusDays(3), member());
            add(1, "Open", TODAY, member());
            new Step(add(1, "Done late", TODAY.minusDays(3), member()), member(), NOW).complete("seen");
        });
        Browser.as("member").get("/actions").then().body(allOf(containsString("3 not finished, 2 of them late"), containsString("All unfinished <span class=\"faint\">3<"),
                containsString("Mine <span class=\"faint\">2<"), containsString("Late <span class=\"faint\">2<"), containsString("To verify <span class=\"faint\">1<"),
                containsString("3\u00a0days late"), containsString("1\u00a0day late"), containsString("class=\"side__count\">2 late<")));
    }

    @Test
    void theBoardShowsTheFirstOfEachStateAndLeadsToTheRest() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 0; i < Column.MOST + 4; i++) {
                add(1, "Open " + i, TODAY.plusDays(i), null);
            }
            new Step(add(1, "Begun", TODAY, null), member(), NOW).start();
            new Step(add(1, "Earlier", null, null, Aim.REDUCE_IMPACT, null), member(), NOW).complete("seen");
            new Step(add(1, "Latest", null, null), member(), NOW.plusSeconds(9)).complete("seen");
        });
        var board = viewer.get("/actions?view=board").body().asString();
        var expected = new ArrayList<Long>();
        for (var id = 1L; id <= Column.MOST; id++) {
            expected.add(id);
        }
        expected.addAll(List.of(25L, 27L, 26L));
        assertEquals(expected, ids(board));
        assertTrue(board.contains("<a href=\"/actions?state=OPEN\">All 24 as a list</a>"), board);
        assertEquals(List.of(26L), ids(viewer.get("/actions?view=board&aim=REDUCE_IMPACT").body().asString()));
        viewer.get("/actions?view=board&aim=REDUCE_IMPACT").then().body(allOf(containsString("Nothing here matches."), containsString("href=\"/actions?aim=REDUCE_IMPACT\"")));
    }

    @Test
    void saysWhatToDoWhereNothingIs() {
        viewer.get("/actions").then().body(allOf(containsString("No action has been promised yet"), not(containsString("<table"))));
        viewer.get("/actions?view=board").then().body(containsString("No action has been promised yet"));
        QuarkusTransaction.requiringNew().run(() -> new Step(add(1, "Verify", null, null), member(), NOW).complete("seen"));
        viewer.get("/actions").then().body(containsString("All is done"));
        viewer.get("/actions?show=late").then().body(containsString("Nothing is late"));
        viewer.get("/actions?text=zebra").then().body(allOf(containsString("Nothing matches"), containsString("value=\"zebra\"")));
        QuarkusTransaction.requiringNew().run(() -> new Step(ActionItem.findById(1L), member(), NOW).reopen(null));
        viewer.get("/actions?state=DONE").then().body(containsString("Nothing waits to be verified"));
    }

    @Test
    void asksAsManyStatementsForAHundredAsForOne() {
        QuarkusTransaction.requiringNew().run(() -> add(1, "One", TODAY, member()));
        for (var path : List.of("/actions", "/actions?view=board", "/actions?view=board&by=owner", "/actions?view=board&by=service", "/actions?text=one&state=ANY&sort=age", "/actions/1")) {
            viewer.get(path);
            var one = Statements.during(() -> viewer.get(path).then().statusCode(200));
            QuarkusTransaction.requiringNew().run(() -> {
                for (var i = 0; i < 100; i++) {
                    var action = add(1 + i % 2, "One " + i, TODAY, i % 3 == 0 ? other() : member());
                    if (i % 4 == 0) {
                        new Step(action, other(), NOW).complete("seen");
                    }
                }
            });
            var many = Statements.during(() -> viewer.get(path).then().statusCode(200));
            assertEquals(one, many, path);
            assertTrue(many <= (path.equals("/actions/1") ? 22 : 19), path + ": " + many + " statements");
        }
    }

    private void only(String query, List<Integer> expected) {
        var page = viewer.get("/actions" + query).body().asString();
        assertEquals(expected.stream().map(Integer::longValue).toList(), ids(page), query);
    }

    private List<Long> walk(String path) {
        var seen = new ArrayList<Long>();
        while (path != null) {
            var page = viewer.get(path).body().asString();
            seen.addAll(ids(page));
            path = next(page);
        }
        return seen;
    }

    private static List<Long> ids(String page) {
        return TITLE.matcher(page).results().map(found -> Long.valueOf(found.group(1))).toList();
    }

    private static String next(String page) {
        var next = NEXT.matcher(page);
        return next.find() ? next.group(1).replace("&amp;", "&") : null;
    }

    private static void occurrence(String title) {
        var occurrence = new Occurrence();
        occurrence.kind = Kind.INCIDENT;
        occurrence.title = title;
        occurrence.file(member(), NOW);
    }

    private static Team crew() {
        var crew = new Team();
        crew.name = "Crew";
        crew.createdAt = NOW;
        crew.persist();
        return crew;
    }

    private static ActionItem add(long number, String title, LocalDate due, Person owner) {
        return add(number, title, due, owner, Aim.PREVENT_RECURRENCE, null);
    }

    private static ActionItem add(long number, String title, LocalDate due, Person owner, Aim aim, String description) {
        var action = new ActionItem();
        action.title = title;
        action.dueOn = due;
        action.owner = owner;
        action.aim = aim;
        action.description = description;
        return action.add(Occurrence.numbered(number), member(), NOW);
    }

    private static Person member() {
        return Person.withEmail("member@example.org");
    }

    private static Person other() {
        return Person.withEmail("other@example.org");
    }
}
