package org.closecall.tracker;

/** Speaks to GitHub, github.com's or an Enterprise one. */
record GitHubWire(Line line, GitHubApi api, String token) implements Wire {

    static GitHubWire over(Line line, String token) {
        return new GitHubWire(line, line.client(GitHubApi.class), "Bearer " + token);
    }

    @Override
    public String whoAmI() {
        return line.ask(() -> api.user(token)).body().path("login").asText();
    }

    @Override
    public Seen look(Place place, String etag) {
        var what = place.kind() == LinkKind.GITHUB_PULL ? "pulls" : "issues";
        var answer = line.ask(() -> api.look(token, etag, owner(place.project()), repository(place.project()), what, place.number()));
        return answer.unchanged() ? null : Seen.github(answer.body(), null, answer.etag());
    }

    @Override
    public String create(String project, String title, String body) {
        var issue = Answer.JSON.createObjectNode().put("title", title).put("body", body);
        return Wire.number(line.tell(() -> api.create(token, owner(project), repository(project), issue)).body().path("number"));
    }

    @Override
    public String find(String project, String reference) {
        var latest = line.ask(() -> api.latest(token, owner(project), repository(project), "all", LATEST)).body();
        return Wire.holding(latest, "/body", reference, "number");
    }

    private static String owner(String project) {
        return project.split("/")[0];
    }

    private static String repository(String project) {
        return project.split("/")[1];
    }
}
