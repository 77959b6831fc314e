package org.closecall.tracker;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Speaks to Jira: Cloud wants the account beside the token, Data Center and Server the token alone. */
record JiraWire(Line line, JiraApi api, String token, String issueType, boolean cloud) implements Wire {

    private static final String FIELDS = "status,resolution,summary,resolutiondate,updated";

    static JiraWire over(Line line, Tracker tracker, String token) {
        var credentials = tracker.account == null ? "Bearer " + token
                : "Basic " + Base64.getEncoder().encodeToString((tracker.account + ":" + token).getBytes(StandardCharsets.UTF_8));
        return new JiraWire(line, line.client(JiraApi.class), credentials, tracker.issueType, tracker.base.endsWith(".atlassian.net"));
    }

    @Override
    public String whoAmI() {
        return line.ask(() -> api.myself(token)).body().path("displayName").asText();
    }

    @Override
    public Seen look(Place place, String etag) {
        return Seen.jira(line.ask(() -> api.look(token, place.number(), FIELDS)).body().path("fields"), null);
    }

    @Override
    public String create(String project, String title, String body) {
        var issue = Answer.JSON.createObjectNode();
        var fields = issue.putObject("fields").put("summary", title).put("description", body);
        fields.putObject("project").put("key", project);
        fields.putObject("issuetype").put("name", issueType);
        return Wire.number(line.tell(() -> api.create(token, issue)).body().path("key"));
    }

    /** By when it was made: the index of texts is filled later. */
    @Override
    public String find(String project, String reference) {
        var query = "project = \"" + project + "\" AND created >= -7d ORDER BY created DESC";
        var found = line.ask(() -> cloud ? api.searchCloud(token, query, "description", LATEST) : api.search(token, query, "description", LATEST));
        return Wire.holding(found.body().path("issues"), "/fields/description", reference, "key");
    }
}
