package org.closecall;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.closecall.action.ActionItem;

/**
 * Something of everything, each as awkward as it may come: long words, missing times, what is removed, archived or
 * late. Made through the pages themselves. The first of each kind has the id 1 and hangs together with record #1.
 */
public final class FullStore {

    private static final String LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    private static final String LONG_TITLE = "The certificate of " + LONG_WORD + " ran out, see https://runbooks.example.org/certificates/renewal/by-hand";
    private static final String PROSE = """
            # A heading
            Some **strong** and *soft* words, a [link](https://example.org/a/very/long/address/that/does/not/break/anywhere/at/all/because/it/has/no/spaces) and `code`.

            > Quoted from the chat, which was rather long and went over more than one line on any screen.

            | what | how many | since |
            |---|---|---|
            | %1$s | 1,204 | yesterday at about a quarter past eleven |

                a line of code that is far too long for a phone: curl -sS https://example.org/health | jq '.components[] | select(.status != "up")'

            1. one
            2. two
               - two and a half

            - [x] see #1 and #1@1
            - [ ] ![a picture from elsewhere](https://example.org/%1$s.png)

            ```nginx
            proxy_pass http://%1$s;
            ```
            """.formatted(LONG_WORD);

    private final Browser member;
    private final Browser administrator;

    private FullStore() {
        Fixtures.organisation();
        member = Browser.as("member");
        administrator = Browser.as("administrator");
    }

    public static void fill() {
        var store = new FullStore();
        store.people();
        store.catalogue();
        store.incident();
        store.others();
        store.controls();
        store.files();
        store.links();
        store.views();
        store.bulkEdit();
        store.actions();
        store.trackers();
        store.templates();
        store.postmortems();
        store.imports();
        store.programs();
        store.prevention();
        store.reviews();
        store.objectives();
    }

    private void people() {
        administrator.get("/admin/people");
        send(administrator, "/admin/invitations", "key", administrator.key(), "name", LONG_WORD, "email", LONG_WORD.toLowerCase().replace("ä", "a").substring(0, 60) + "@example.org", "role", "VIEWER");
        Fixtures.deactivate("other");
    }

    private void catalogue() {
        make("/teams", "name", "Money", "description", PROSE, "lead", "2");
        make("/teams", "name", LONG_WORD);
        send(member, "/teams/2/archive");
        make("/services", "name", "Payments", "tier", "1", "team", "1", "inServiceOn", "2024-03-01", "description", PROSE);
        make("/services", "name", LONG_WORD, "tier", "4");
        make("/services", "name", "Mail", "tier", "2", "team", "1");
        send(member, "/services/3/archive");
        make("/critical-paths", "name", "Pay with " + LONG_WORD, "description", PROSE, "team", "1", "services", "2", "services", "1");
        edit("/teams/1", "name", "Money", "description", PROSE, "lead", "2", "members", "2", "members", "3");
        edit("/services/1", "name", "Payments", "tier", "1", "team", "1", "inServiceOn", "2024-03-01", "description", PROSE, "links",
                "Runbook of " + LONG_WORD + " https://example.org/" + LONG_WORD.toLowerCase().replace("ä", "a") + "\nhttps://example.org/board");
        send(administrator, "/controls/16/archive");
        make("/reliability/comparisons", "what", "Canary for " + LONG_WORD, "expected", PROSE, "happensOn", "2026-02-01", "scope", "path-1", "aim", "FEWER_INCIDENTS", "days", "30", "restarts", "true");
    }

    private void incident() {
        file("INCIDENT", "narrative", LONG_TITLE + ".\n\n" + PROSE, "service", "1", "noticed", "2026-01-05T02:16", "felt", "2026-01-05T02:14", "severity", "SEV1",
                "impact", "All card payments of " + LONG_WORD, "detection", "CUSTOMER", "over", "RESOLVED", "overAt", "2026-01-07T03:46");
        line("2026-01-05T02:16:42", "SIGNAL", PROSE, "https://example.org/" + LONG_WORD, "");
        line("2026-01-05T02:20", "DECISION", "Roll back", "", "");
        line("2026-01-05T02:21", "COMMUNICATION", LONG_WORD, "", "true");
        paste(1, "2026-01-05 02:30 " + LONG_WORD + "\nAna Bell  2:31 AM\n" + LONG_TITLE + "\nand more\n02:31 alert fired <b>twice</b>");
        edit(1, "kind", "INCIDENT", "title", LONG_TITLE, "narrative", PROSE, "severity", "SEV1", "impact", "All card payments", "impactKinds", "ERRORS", "impactKinds", "LOST_DATA", "customers", "12,470,000", "detection", "CUSTOMER", "services", "1", "services", "2",
                "tags", "certificates, " + LONG_WORD.substring(0, 59), "lead", "2", "startedAt", "2026-01-05T02:00", "impactAt", "2026-01-05T02:14", "detectedAt", "2026-01-05T02:16",
                "acknowledgedAt", "2026-01-05T02:19", "mitigatedAt", "2026-01-05T03:31", "resolvedAt", "2026-01-07T03:46");
    }

    private void others() {
        file("NEAR_MISS", "narrative", "The job pointed at the live ledger. A preview showed it.", "service", "2", "noticed", "2026-02-05T09:10", "stopped", "SAFEGUARD", "control", "1",
                "how", "The reviewer saw " + LONG_WORD, "potential", "FREQUENT-SEV1", "change", "Separate accounts for " + LONG_WORD);
        file("NEAR_MISS", "narrative", "Two deploys crossed.", "noticed", "", "stopped", "CHANCE");
        file("HAZARD", "narrative", "Both gateways share one name server.", "service", "1", "potential", "RARE-SEV3");
        file("HAZARD", "narrative", "A lamp hangs loose.");
        edit(5, "kind", "HAZARD", "title", "A lamp hung loose", "startedNone", "UNKNOWN", "impactNone", "NONE", "detectedNone", "UNKNOWN", "acknowledgedNone", "NOT_YET", "mitigatedNone", "NOT_YET", "resolvedNone", "UNKNOWN");
        file("INCIDENT", "narrative", "Nobody knows when.", "noticed", "", "over", "RESOLVED");
        file("INCIDENT", "narrative", "Search is slow.", "service", "2", "severity", "SEV4", "noticed", "2026-03-05T09:10", "over", "MITIGATED", "overAt", "2026-03-05T09:00");
        file("INCIDENT", "narrative", "Still going on.", "severity", "SEV2", "noticed", "2026-03-08T09:10", "over", "NO");
        for (var role : List.of("Incident lead", "Scribe")) {
            member.get("/occurrences/8/roles");
            send(member, "/occurrences/8/roles", "key", member.key(), "role", role, "person", "2");
        }
        member.get("/occurrences/8/roles");
        send(member, "/occurrences/8/roles", "key", member.key(), "role", "OTHER", "other", LONG_WORD.substring(0, 60), "person", "4");
        for (var note : List.of("We look.", LONG_TITLE, "Every second payment of " + LONG_WORD + " fails.\nMore at ten.")) {
            member.get("/occurrences/8/updates");
            send(member, "/occurrences/8/updates", "key", member.key(), "note", note);
        }
        file("INCIDENT", "narrative", "Filed by mistake.");
        send(member, "/occurrences/9/removal");
    }

    private void controls() {
        controls(1, "15", "state.1", "FAILED", "note.1", LONG_TITLE, "state.5", "ABSENT", "state.9", "UNKNOWN", "state.13", "HELD", "note.13", PROSE.substring(0, 300));
        controls(3, "CHANCE", "state.2", "ABSENT", "state.7", "FAILED");
        controls(4, "", "state.2", "ABSENT");
        controls(6, "", "state.10", "FAILED");
    }

    private void controls(int number, String stopped, String... states) {
        member.get("/occurrences/" + number + "/controls");
        send(member, "/occurrences/" + number + "/controls", with(states, "was.stopped", member.field("was.stopped"), "stopped", stopped));
    }

    private void files() {
        attach("", LONG_WORD + ".gif", "GIF89a\1\0\1\0\200\0\0\0\0\0\377\377\377,\0\0\0\0\1\0\1\0\0\2\2D\1\0;");
        attach("", "\"quoted\" " + LONG_WORD + ".csv", "time,rate\n14:02,12");
        attach("1", "graph of the minute.pdf", "%PDF-1.4");
        attach("", "by mistake.txt", "nothing");
        send(member, "/occurrences/1/attachments/4/removal");
        link("https://example.org/" + LONG_WORD + "/" + LONG_WORD, "");
        link("https://chat.example.org/archives/1", "What was said while " + LONG_WORD + " was down");
    }

    private void attach(String entry, String name, String content) {
        member.get("/occurrences/1/attachments/new");
        var answer = member.upload("/occurrences/1/attachments", List.of("key", member.key(), "entry", entry), "files", name, content.getBytes(StandardCharsets.ISO_8859_1));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("attaching answers " + answer.statusCode() + ": " + answer.body().asString());
        }
    }

    private void link(String url, String title) {
        member.get("/occurrences/1/references/new");
        send(member, "/occurrences/1/references", "key", member.key(), "url", url, "title", title);
    }

    private void links() {
        link(1, "FORETOLD_BY", 4);
        link(1, "CAUSED", 7);
        link(7, "HAS_DUPLICATE", 8);
        link(1, "RELATED", 2);
        link(1, "RELATED", 3);
        send(member, "/occurrences/1/links/5/removal");
        file("INCIDENT", "narrative", LONG_TITLE + ", filed twice.\n\n" + PROSE, "impact", LONG_WORD, "service", "2", "noticed", "2026-01-05T02:17");
        send(member, "/occurrences/10/merger", "into", "1");
    }

    private void views() {
        send(member, "/views", "name", LONG_WORD.substring(0, 60), "query", "?text=" + LONG_WORD + "&kind=INCIDENT", "shared", "EVERYBODY");
        send(member, "/views", "name", "Of a team", "query", "?kind=NEAR_MISS", "shared", "1");
        send(member, "/views", "name", "Name servers", "query", "?kind=HAZARD");
        send(member, "/views", "name", LONG_WORD.substring(0, 60), "list", "ACTIONS", "query", "?view=board&by=team", "shared", "EVERYBODY");
    }

    /** #1 is changed and keeps a part when it is undone, #6 is like that already, #9 is gone. */
    private void bulkEdit() {
        send(member, "/occurrences/9/restoration");
        member.get("/bulk-edits/new?number=1&number=2&number=6&number=9");
        var fields = new String[] {"key", member.key(), "seen", member.field("seen"), "chosen", "1", "chosen", "6", "chosen", "9", "removeTags", LONG_WORD.substring(0, 59), "severity", "SEV2"};
        send(member, "/occurrences/9/removal");
        send(member, "/bulk-edits", fields);
        send(member, "/bulk-edits/1/reversal");
    }

    private void link(int number, String relation, int other) {
        send(member, "/occurrences/" + number + "/links", "relation", relation, "other", "#" + other);
    }

    private void actions() {
        action(1, "Verify the full chain of " + LONG_WORD, "PREVENT_RECURRENCE", "2", LocalDate.now().plusDays(10).toString());
        action(1, "Say it sooner", "DETECT_SOONER", "", "");
        action(2, "Make two accounts", "REDUCE_IMPACT", "4", LocalDate.now().plusDays(1).toString());
        action(2, "Read the manual", "REDUCE_IMPACT", "2", "");
        action(4, "Taken back", "REDUCE_IMPACT", "2", "");
        send(member, "/actions/3/start");
        send(member, "/actions/4/completion", "evidence", "The alert fired in the drill of Tuesday");
        send(member, "/actions/5/removal");
        send(member, "/actions/3/placement", "by", "aim", "was", "REDUCE_IMPACT", "to", "DETECT_SOONER", "query", "?view=board&by=aim");
        send(member, "/action-batches/1/reversal");
        send(administrator, "/actions/1/comments", "comment", PROSE, "told", "2");
        send(administrator, "/actions/1/checklist", "lines", LONG_TITLE + "\n" + LONG_WORD.substring(0, 60));
        send(administrator, "/actions/1/checklist/1/tick", "done", "true");
        send(administrator, "/actions/1/blockers", "blocker", "3");
        // no form takes a day that has passed
        QuarkusTransaction.requiringNew().run(() -> ActionItem.<ActionItem>findById(1L).dueOn = LocalDate.now().minusDays(3));
        QuarkusTransaction.requiringNew().run(() -> ActionItem.<ActionItem>findById(2L).createdAt = Instant.parse("2026-01-07T10:00:00Z"));
    }

    /** Nothing answers there; what was seen was seen before. */
    private void trackers() {
        administrator.get("/admin/trackers/new");
        send(administrator, "/admin/trackers", "key", administrator.key(), "kind", "GITHUB", "name", LONG_WORD.substring(0, 80), "base", "http://localhost:1", "token", "x", "project", "acme/shop", "polling", "");
        for (var url : List.of("http://localhost:1/acme/shop/issues/12", "https://acme.atlassian.net/browse/SHOP-12", "https://example.org/" + LONG_WORD, "https://example.org/gone")) {
            member.get("/actions/1");
            send(member, "/actions/1/links", "key", member.key(), "url", url);
        }
        send(member, "/actions/1/links/4/removal");
        QuarkusTransaction.requiringNew().run(() -> {
            for (var sql : List.of("update action_link set state = 'CLOSED', reason = 'completed', title_there = 'There', ended_at = now(), ended_by = 'mona', state_since = now(), asked_at = now(), failure = 'It did not answer' where id = 1",
                    "insert into done_proposal (action_id, link_id, at, state, reason, ended_by) values (1, 1, now(), 'CLOSED', 'not planned', 'mona')",
                    "insert into issue_request (action_id, tracker_id, project, title, body, reference, state, at, asked_by) values (1, 1, 'acme/shop', 'x', '', 'closecall-x', 'SENT', now(), 2)")) {
                Panache.getEntityManager().createNativeQuery(sql).executeUpdate();
            }
        });
    }

    private void templates() {
        administrator.get("/admin/templates/new");
        send(administrator, "/admin/templates", template("key", administrator.key(), "title.0", LONG_WORD));
        administrator.get("/admin/templates/3/edit");
        send(administrator, "/admin/templates/3", template("version", administrator.field("version"), "title.0", LONG_TITLE.substring(0, 120), "note", PROSE.substring(0, 400)));
    }

    private static String[] template(String... fields) {
        return with(fields, "name", LONG_WORD.substring(0, 80), "hint", LONG_TITLE, "review", "LIGHT", "fits", "HAZARD-SEV1", "row", "0", "guidance.0", PROSE.substring(0, 600), "row", "1", "form.1", "TIMELINE", "title.1", LONG_WORD);
    }

    private void postmortems() {
        send(member, "/occurrences/1/postmortem", "template", "FULL");
        var picture = "GIF89a\1\0\1\0\200\0\0\0\0\0\377\377\377,\0\0\0\0\1\0\1\0\0\2\2D\1\0;".getBytes(StandardCharsets.ISO_8859_1);
        var shown = member.upload("/occurrences/1/postmortem/pasted-images", List.of(), "image", LONG_WORD + ".gif", picture).asString();
        write(1, "title", LONG_TITLE, "trigger", PROSE, "detection", shown, "summary", PROSE, "impact", LONG_WORD, "prevent", PROSE);
        factor(PROSE, "howKnown", PROSE, "evidence", "https://example.org/" + LONG_WORD);
        factor(LONG_WORD, "howKnown", "", "leadsTo", "1");
        factor(LONG_TITLE, "howKnown", "", "leadsTo", "1", "leadsTo", "2");
        send(administrator, "/admin/factor-categories/10/archive");
        send(member, "/occurrences/1/postmortem/publication", "because", "Nothing more is known of " + LONG_WORD);
        write(1, "impact", PROSE);
        send(member, "/occurrences/1/postmortem/publication", "because", PROSE, "note", LONG_WORD);
        write(1, "impact", LONG_WORD);
        send(member, "/occurrences/1/postmortem/poll", "learned", "yes", "again", "no");
        send(member, "/occurrences/2/postmortem", "template", "LIGHT");
        write(2, "almost", PROSE);
        send(member, "/occurrences/3/postmortem", "template", "LIGHT");
        write(3, "almost", PROSE);
        send(member, "/occurrences/3/postmortem/template", "template", "3");
        send(member, "/occurrences/8/postmortem", "template", "FULL");
        List.of(1, 3).forEach(this::review);
        send(member, "/occurrences/7/postmortem/exemption", "because", LONG_TITLE + ". " + LONG_WORD);
    }

    private void factor(String text, String... fields) {
        member.get("/occurrences/1/postmortem/factors/new");
        send(member, "/occurrences/1/postmortem/factors", with(fields, "key", member.key(), "category", "10", "text", text));
    }

    private void review(int occurrence) {
        var postmortem = "/occurrences/" + occurrence + "/postmortem";
        send(member, postmortem + "/review", "reviewers", "2", "reviewers", "4", "word", PROSE);
        send(administrator, postmortem + "/verdict", "verdict", "CHANGES", "text", LONG_WORD);
        for (var on : List.of("", occurrence == 1 ? "impact" : "almost")) {
            member.get(postmortem + "/comments");
            send(member, postmortem + "/comments", "key", member.key(), "on", on, "comment", PROSE);
        }
        send(administrator, postmortem + "/comments", "answers", occurrence == 1 ? "1" : "4", "comment", LONG_WORD);
        send(member, postmortem + "/comments/" + (occurrence == 1 ? 1 : 4) + "/resolution");
        send(member, postmortem + "/meeting", "at", "2027-01-15T10:00", "minutes", "45", "place", LONG_WORD);
    }

    private void write(int occurrence, String... texts) {
        member.get("/occurrences/" + occurrence + "/postmortem/edit");
        var fields = texts;
        for (var i = 0; i < texts.length; i += 2) {
            fields = with(fields, "was." + texts[i], member.field("was." + texts[i]));
        }
        send(member, "/occurrences/" + occurrence + "/postmortem/sections", fields);
    }

    private void imports() {
        upload(1, resource("/fixtures/exchange/google.json"));
        upload(2, "[{\"id\": \"" + LONG_WORD + "\"}]");
    }

    /** The first is a draft, the second is frozen and something was changed since. */
    private void reviews() {
        send(member, "/reliability/reviews", "period", "2026-01", "team", "");
        send(member, "/reliability/reviews", "period", "2026-02", "team", "1");
        for (var review : List.of("/reliability/reviews/1", "/reliability/reviews/2")) {
            member.get(review + "/commentary");
            send(member, review + "/commentary", "was.commentary", member.field("was.commentary"), "commentary", PROSE, "was.risks", member.field("was.risks"), "risks", LONG_WORD);
            send(member, review + "/participants", "person", "2", "person", "1");
            send(member, review + "/notable", "number", "#6", "shown", "true", "reason", LONG_TITLE);
            member.get(review + "/decisions/new");
            send(member, review + "/decisions", "key", member.key(), "title", LONG_TITLE, "aim", "DETECT_SOONER", "owner", "2", "dueOn", LocalDate.now().plusDays(20).toString());
        }
        send(member, "/reliability/reviews/1/notable", "number", "#1", "shown", "false", "reason", LONG_TITLE);
        send(member, "/reliability/reviews/2/freezing");
        edit(2, "kind", "NEAR_MISS", "title", "The job pointed at " + LONG_WORD, "severity", "", "startedAt", "2026-02-06T09:10", "impactNone", "NONE", "detectedNone", "UNKNOWN", "acknowledgedNone", "NOT_YET", "mitigatedNone", "NOT_YET", "resolvedNone", "UNKNOWN");
        member.get("/reliability/2026-02?team=1");
        send(member, "/reliability/reviews/2/corrections", "key", member.key(), "correction", PROSE);
    }

    private void programs() {
        administrator.get("/tokens");
        send(administrator, "/tokens", "key", administrator.key(), "name", LONG_WORD.substring(0, 80), "scopes", "actions:read", "days", "90", "until", "");
        administrator.get("/admin/tokens");
        send(administrator, "/admin/tokens", "key", administrator.key(), "name", "deploy bot", "role", "MEMBER", "scopes", "actions:read", "scopes", "actions:write", "days", "30", "until", "");
        send(administrator, "/calendars", "team", "");
        administrator.upload("/actions/imports", "file", LONG_WORD + ".csv", "id,title,aim,owner,notes\n,Check the " + LONG_WORD + ",detect sooner,,\n99,Gone,reduce impact,,\n1,Rename it,detect sooner," + LONG_WORD + ",\n");
    }

    private void prevention() {
        make("/prevention/remediations", "type", LONG_WORD, "service", "2", "criticalPath", "1", "startedAt", "2026-01-05T03:00", "finishedAt", "2026-01-05T03:01", "outcome", "SUCCEEDED", "did", PROSE, "unattended", "true", "occurrence", "#1");
        make("/prevention/remediations", "type", LONG_WORD, "service", "2", "startedAt", "2026-01-05T03:20", "outcome", "FAILED");
        make("/prevention/deployments", "service", "2", "release", LONG_WORD, "deployedAt", "2026-01-05T03:00", "outcome", "FAILED", "unplanned", "true", "occurrence", "1");
        make("/prevention/deployments", "service", "1", "release", "2026.1", "deployedAt", "2026-01-04T03:00", "outcome", "FAILED", "restoredAt", "2026-01-04T03:40");
        make("/prevention/experiments", "criticalPath", "1", "mode", LONG_WORD, "hypothesis", PROSE, "startedAt", "2026-01-05T03:00", "endedAt", "2026-01-05T03:30", "injected", "true", "checks", "12", "checksFailed", "3", "recovered", "NO", "abortedBecause", LONG_TITLE, "occurrence", "1", "relation", "FOUND");
        make("/prevention/experiments", "criticalPath", "1", "mode", "Host lost", "hypothesis", "Nothing is noticed", "startedAt", "2026-01-06T03:00");
        send(member, "/prevention/removals/experiments/2");
        administrator.upload("/prevention/imports/deployments", "file", LONG_WORD + ".csv", "service,version,deployed,outcome,colour\nPayments," + LONG_WORD + ",2026-01-05T10:00:00Z,OK,red\nNobody,1,soon,OK,\n");
    }

    private void objectives() {
        make("/prevention/slos", "service", "1", "name", "Card payments succeed for " + LONG_WORD, "description", PROSE, "kind", "TIME", "good", LONG_TITLE, "target", "99.9", "windowKind", "ROLLING", "days", "366", "team", "1", "policy", PROSE);
        make("/prevention/slos", "service", "1", "name", "Checkout answers", "kind", "REQUESTS", "good", "No 5xx", "target", "99.99999", "windowKind", "QUARTER", "days", "", "policy", "");
        make("/prevention/slos", "service", "2", "name", "Retired", "kind", "TIME", "good", "Up", "target", "100", "windowKind", "MONTH", "days", "", "policy", "");
        send(member, "/prevention/slos/3/retirement");
        member.get("/prevention/slos/1/incidents/1");
        send(member, "/prevention/slos/1/incidents/1", "share", "", "minutes", "77.5", "reason", LONG_TITLE, "was", member.field("was"));
        for (var objective : List.of(1, 2)) {
            member.get("/prevention/slos/" + objective + "/entries/new");
            send(member, "/prevention/slos/" + objective + "/entries", "key", member.key(), "at", LocalDate.now().minusDays(1) + "T10:00", "atSide", "FIRST", "bad", "12", "total", "48000", "reason", LONG_TITLE);
        }
        QuarkusTransaction.requiringNew().run(() -> Panache.getEntityManager().createNativeQuery("insert into burn_rate_alert (objective_id, pair, threshold, long_rate, short_rate, started_at, held_at) values (2, 0, 14.4, 20, 20, now(), now())").executeUpdate());
    }

    private void upload(int run, String content) {
        administrator.upload("/admin/imports", "file", LONG_WORD + ".json", content);
        for (var tries = 0; administrator.get("/admin/imports/" + run).body().asString().contains("id=\"doing\""); tries++) {
            if (tries > 2_000) {
                throw new IllegalStateException("Import " + run + " does not finish");
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static String resource(String name) {
        try (var file = FullStore.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void make(String address, String... fields) {
        member.get(address + "/new");
        send(member, address, with(fields, "key", member.key()));
    }

    private void file(String kind, String... fields) {
        member.get("/report");
        send(member, "/occurrences", with(fields, "key", member.key(), "kind", kind));
    }

    private void line(String at, String kind, String text, String evidence, String later) {
        member.get("/occurrences/1");
        send(member, "/occurrences/1/timeline", "key", member.key(), "at", at, "kind", kind, "text", text, "evidence", evidence, "later", later);
    }

    private void paste(int number, String pasted) {
        member.get("/occurrences/" + number + "/pastes/new");
        member.post("/occurrences/" + number + "/paste-previews", "pasted", pasted);
        var fields = new ArrayList<String>(List.of("key", member.key(), "read", member.field("read")));
        for (var i = 0; i < member.fields("text").size(); i++) {
            fields.addAll(List.of("keep", String.valueOf(i), "at", "2026-01-05T02:3" + i, "kind", "OBSERVATION", "text", member.fields("text").get(i)));
        }
        send(member, "/occurrences/" + number + "/pastes", fields.toArray(String[]::new));
    }

    private void edit(int number, String... fields) {
        edit("/occurrences/" + number, fields);
    }

    private void edit(String address, String... fields) {
        member.get(address + "/edit");
        send(member, address, with(fields, "version", member.field("version")));
    }

    private void action(int occurrence, String title, String aim, String owner, String due) {
        member.get("/occurrences/" + occurrence + "/actions/new");
        send(member, "/occurrences/" + occurrence + "/actions", "key", member.key(), "title", title, "description", PROSE, "aim", aim, "owner", owner, "dueOn", due);
    }

    private static void send(Browser browser, String address, String... fields) {
        var answer = browser.post(address, fields);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(address + " answers " + answer.statusCode() + ": " + answer.body().asString());
        }
    }

    private static String[] with(String[] fields, String... more) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
