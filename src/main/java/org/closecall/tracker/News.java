package org.closecall.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What a webhook tells of one issue. */
record News(String place, Seen seen) {

    private static final Set<String> GITHUB = Set.of("closed", "reopened", "edited", "opened");
    private static final Set<String> GITLAB = Set.of("open", "close", "reopen", "update", "merge");

    /** Null for all that is not about an issue being closed, opened again or edited. */
    static News of(TrackerKind kind, JsonNode body) {
        return switch (kind) {
            case GITHUB -> github(body);
            case GITLAB -> gitlab(body);
            case JIRA -> jira(body);
        };
    }

    private static News github(JsonNode body) {
        var thing = body.has("pull_request") ? body.path("pull_request") : body.path("issue");
        if (!GITHUB.contains(body.path("action").asText()) || !thing.path("number").isInt() || body.has("comment")) {
            return null;
        }
        var place = body.path("repository").path("full_name").asText() + "#" + thing.path("number").asText();
        return new News(place, Seen.github(thing, "closed".equals(body.path("action").asText()) ? Seen.line(body.path("sender").path("login")) : null, null));
    }

    private static News gitlab(JsonNode body) {
        var thing = body.path("object_attributes");
        var merge = "merge_request".equals(body.path("object_kind").asText());
        if (!merge && !"issue".equals(body.path("object_kind").asText()) || !GITLAB.contains(thing.path("action").asText())) {
            return null;
        }
        var place = body.path("project").path("path_with_namespace").asText() + (merge ? "!" : "#") + thing.path("iid").asText();
        return new News(place, Seen.gitlab(thing, thing.path("action").asText().matches("close|merge") ? Seen.line(body.path("user").path("name")) : null, null));
    }

    private static News jira(JsonNode body) {
        return "jira:issue_updated".equals(body.path("webhookEvent").asText())
                ? new News(body.path("issue").path("key").asText(), Seen.jira(body.path("issue").path("fields"), Seen.line(body.path("user").path("displayName")))) : null;
    }
}
