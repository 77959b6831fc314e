package org.closecall.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.closecall.web.Typed;

/** What was seen of an issue. Everything but the state may be null. */
record Seen(LinkState state, String reason, String title, Instant endedAt, String endedBy, Instant changedAt, String etag) {

    private static final int LONGEST = 300;
    private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSS] [XX][z]", Locale.ENGLISH);
    private static final DateTimeFormatter JIRA = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]XX");

    /** An issue or a pull request, of the API or a webhook. */
    static Seen github(JsonNode node, String by, String etag) {
        var merged = node.path("merged").asBoolean() || given(node.path("merged_at")) || given(node.path("pull_request").path("merged_at"));
        var closed = "closed".equals(node.path("state").asText());
        return new Seen(merged ? LinkState.MERGED : closed ? LinkState.CLOSED : LinkState.OPEN, closed && !merged ? words(node.path("state_reason")) : null, line(node.path("title")),
                at(given(node.path("merged_at")) ? node.path("merged_at") : node.path("closed_at")), first(by, node.path("merged_by").path("login"), node.path("closed_by").path("login")), at(node.path("updated_at")), etag);
    }

    /** An issue or a merge request, of the API or a webhook's object_attributes. */
    static Seen gitlab(JsonNode node, String by, String etag) {
        var state = switch (node.path("state").asText()) {
            case "merged" -> LinkState.MERGED;
            case "closed" -> LinkState.CLOSED;
            default -> LinkState.OPEN;
        };
        return new Seen(state, null, line(node.path("title")), at(state == LinkState.MERGED ? node.path("merged_at") : node.path("closed_at")),
                first(by, node.path("merge_user").path("name"), node.path("merged_by").path("name"), node.path("closed_by").path("name")), at(node.path("updated_at")), etag);
    }

    /** An issue's fields, of the API or a webhook. What its status is called is theirs; its category is one of three. */
    static Seen jira(JsonNode fields, String by) {
        var done = "done".equals(fields.path("status").path("statusCategory").path("key").asText());
        var reason = given(fields.path("resolution").path("name")) ? fields.path("resolution").path("name") : fields.path("status").path("name");
        return new Seen(done ? LinkState.CLOSED : LinkState.OPEN, done ? line(reason) : null, line(fields.path("summary")), done ? at(fields.path("resolutiondate")) : null, done ? by : null, at(fields.path("updated")), null);
    }

    boolean ended() {
        return state.ended();
    }

    static Instant at(JsonNode node) {
        for (var format : new DateTimeFormatter[] {DateTimeFormatter.ISO_OFFSET_DATE_TIME, JIRA, SPACED}) {
            try {
                return OffsetDateTime.parse(node.asText().replace(" UTC", " +0000"), format).toInstant();
            } catch (DateTimeException another) {
                // the next one may fit
            }
        }
        return null;
    }

    static String line(JsonNode node) {
        return given(node) ? Typed.shortened(Typed.line(node.asText()), LONGEST) : null;
    }

    /** not planned */
    private static String words(JsonNode node) {
        return given(node) ? line(node).replace('_', ' ') : null;
    }

    private static String first(String by, JsonNode... others) {
        if (by != null) {
            return by;
        }
        for (var other : others) {
            if (given(other)) {
                return line(other);
            }
        }
        return null;
    }

    private static boolean given(JsonNode node) {
        return node.isValueNode() && !node.isNull() && !node.asText().isBlank();
    }
}
