package org.closecall.tracker;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.closecall.web.Typed;

/** Where an address leads. The tracker is null where none is set up for it: then nobody is asked. */
record Place(LinkKind kind, Tracker tracker, String project, String number) {

    /** One part of a project's path: never only dots. Read in one way only, so that no address takes long. */
    static final String SEGMENT = "(?=[.-]*\\w)[\\w.-]+";

    private static final Pattern GITHUB = Pattern.compile("(" + SEGMENT + "/" + SEGMENT + ")/(issues|pulls?)/(\\d{1,12})(?:[/?#].*)?");
    private static final Pattern GITLAB = Pattern.compile("(" + SEGMENT + "(?:/" + SEGMENT + ")+?)/(?:-/)?(issues|work_items|merge_requests)/(\\d{1,12})(?:[/?#].*)?");
    private static final Pattern JIRA = Pattern.compile("(?:browse/|.*/issues/|.*[?&]selectedIssue=)(([A-Z][A-Z0-9_]+)-\\d{1,12})(?:[/?&#].*)?");
    private static final Pattern JIRA_CLOUD = Pattern.compile("https://[\\w-]+\\.atlassian\\.net");
    private static final Place ELSEWHERE = new Place(LinkKind.OTHER, null, null, null);

    /** By the trackers that are set up, else by the hosts everybody knows. */
    static Place of(String url, List<Tracker> trackers) {
        return trackers.stream().sorted(Comparator.comparing((Tracker tracker) -> tracker.base.length()).reversed())
                .filter(tracker -> within(url, tracker.base)).findFirst()
                .map(tracker -> read(rest(url, tracker.base), tracker.kind, tracker)).orElseGet(() -> known(url));
    }

    static String base(String url) {
        var end = url.indexOf('/', url.indexOf("//") + 2);
        return (end < 0 ? url : url.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    /** acme/shop#12, acme/shop!12, SHOP-12; null for other pages. */
    String name() {
        return switch (kind) {
            case OTHER -> null;
            case JIRA_ISSUE -> number;
            case GITLAB_MERGE -> project + "!" + number;
            default -> project + "#" + number;
        };
    }

    /** Made of what was read, so that it leads to the tracker and nowhere else. */
    static String address(Tracker tracker, String project, String number) {
        return switch (tracker.kind) {
            case GITHUB -> tracker.base + "/" + project + "/issues/" + number;
            case GITLAB -> tracker.base + "/" + project + "/-/issues/" + number;
            case JIRA -> tracker.base + "/browse/" + number;
        };
    }

    private static Place known(String url) {
        for (var kind : List.of(TrackerKind.GITHUB, TrackerKind.GITLAB)) {
            if (within(url, kind.usual)) {
                return read(rest(url, kind.usual), kind, null);
            }
        }
        var base = base(url);
        return JIRA_CLOUD.matcher(base).matches() && within(url, base) ? read(rest(url, base), TrackerKind.JIRA, null) : ELSEWHERE;
    }

    private static boolean within(String url, String base) {
        return url.length() > base.length() && url.charAt(base.length()) == '/'
                && base(url).equals(base(base)) && url.substring(base(base).length()).startsWith(base.substring(base(base).length()));
    }

    private static String rest(String url, String base) {
        return url.substring(base.length() + 1);
    }

    private static Place read(String path, TrackerKind kind, Tracker tracker) {
        var found = (switch (kind) {
            case GITHUB -> GITHUB;
            case GITLAB -> GITLAB;
            case JIRA -> JIRA;
        }).matcher(path);
        if (!found.matches()) {
            return new Place(LinkKind.OTHER, tracker, null, null);
        }
        return switch (kind) {
            case GITHUB -> new Place(found.group(2).startsWith("pull") ? LinkKind.GITHUB_PULL : LinkKind.GITHUB_ISSUE, tracker, found.group(1), found.group(3));
            case GITLAB -> new Place(found.group(2).startsWith("merge") ? LinkKind.GITLAB_MERGE : LinkKind.GITLAB_ISSUE, tracker, found.group(1), found.group(3));
            case JIRA -> new Place(LinkKind.JIRA_ISSUE, tracker, found.group(2), found.group(1));
        };
    }

    /** Null unless it is an address a tracker may have. */
    static String tidyBase(String typed) {
        var url = Typed.web(typed);
        if (url == null || url.matches(".*[?#@\\s].*")) {
            return null;
        }
        var base = base(url);
        var port = base.startsWith("https:") ? base.replaceFirst(":443$", "") : base.replaceFirst(":80$", "");
        return port + url.substring(base.length()).replaceFirst("/+$", "");
    }
}
