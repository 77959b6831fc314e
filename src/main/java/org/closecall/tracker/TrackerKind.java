package org.closecall.tracker;

import java.util.Arrays;
import java.util.List;
import org.closecall.web.Option;

/** What a tracker speaks. */
enum TrackerKind {
    GITHUB("GitHub", "https://github.com"), GITLAB("GitLab", "https://gitlab.com"), JIRA("Jira", "https://your-site.atlassian.net");

    final String label;
    final String usual;

    TrackerKind(String label, String usual) {
        this.label = label;
        this.usual = usual;
    }

    static List<Option> options() {
        return Arrays.stream(values()).map(kind -> Option.of(kind, kind.label)).toList();
    }

    /** Where its programs' entrance is, beside the pages people see. */
    String api(String base) {
        return switch (this) {
            case GITHUB -> base.matches("https://([\\w-]+\\.)?(github|ghe)\\.com") ? base.replace("https://", "https://api.") : base + "/api/v3";
            case GITLAB -> base + "/api/v4";
            case JIRA -> base + "/rest/api/2";
        };
    }

    /** How a project is written. */
    String projectPattern() {
        return switch (this) {
            case GITHUB -> Place.SEGMENT + "/" + Place.SEGMENT;
            case GITLAB -> Place.SEGMENT + "(/" + Place.SEGMENT + ")+";
            case JIRA -> "[A-Z][A-Z0-9_]+";
        };
    }

    String projectExample() {
        return this == JIRA ? "SHOP" : "acme/shop";
    }
}
