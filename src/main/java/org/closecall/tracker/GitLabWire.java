package org.closecall.tracker;

/** Speaks to GitLab, gitlab.com's or one's own. */
record GitLabWire(Line line, GitLabApi api, String token) implements Wire {

    static GitLabWire over(Line line, String token) {
        return new GitLabWire(line, line.client(GitLabApi.class), token);
    }

    @Override
    public String whoAmI() {
        return line.ask(() -> api.user(token)).body().path("username").asText();
    }

    @Override
    public Seen look(Place place, String etag) {
        var what = place.kind() == LinkKind.GITLAB_MERGE ? "merge_requests" : "issues";
        var answer = line.ask(() -> api.look(token, etag, place.project(), what, place.number()));
        return answer.unchanged() ? null : Seen.gitlab(answer.body(), null, answer.etag());
    }

    @Override
    public String create(String project, String title, String body) {
        var issue = Answer.JSON.createObjectNode().put("title", title).put("description", body);
        return Wire.number(line.tell(() -> api.create(token, project, issue)).body().path("iid"));
    }

    @Override
    public String find(String project, String reference) {
        return Wire.holding(line.ask(() -> api.latest(token, project, LATEST)).body(), "/description", reference, "iid");
    }
}
