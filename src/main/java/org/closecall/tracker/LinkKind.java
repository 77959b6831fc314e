package org.closecall.tracker;

/** What a link leads to, as its address tells. */
public enum LinkKind {
    GITHUB_ISSUE("GitHub issue", "issue"), GITHUB_PULL("GitHub pull request", "pull request"), GITLAB_ISSUE("GitLab issue", "issue"),
    GITLAB_MERGE("GitLab merge request", "merge request"), JIRA_ISSUE("Jira issue", "issue"), OTHER("Page", "page");

    public final String label;
    public final String noun;

    LinkKind(String label, String noun) {
        this.label = label;
        this.noun = noun;
    }

    /** Closing it without merging gives up what it was to bring. */
    boolean merges() {
        return this == GITHUB_PULL || this == GITLAB_MERGE;
    }
}
