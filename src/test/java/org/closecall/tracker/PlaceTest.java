package org.closecall.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTest {

    private static final List<Tracker> TRACKERS = List.of(tracker(TrackerKind.GITHUB, "https://github.com"), tracker(TrackerKind.GITLAB, "https://git.example.org/lab"), tracker(TrackerKind.JIRA, "https://example.org"));

    @Test
    void addressesAreReadAsTheTrackersWriteThem() {
        assertEquals("GITHUB_ISSUE acme/shop#12", read("https://GitHub.com/acme/shop/issues/12#issuecomment-5"));
        assertEquals("GITHUB_PULL acme/shop.js#7", read("https://github.com/acme/shop.js/pull/7/files?w=1"));
        assertEquals("GITLAB_ISSUE a/b/c#3", read("https://git.example.org/lab/a/b/c/-/issues/3"));
        assertEquals("GITLAB_ISSUE a/b#3", read("https://git.example.org/lab/a/b/-/work_items/3"));
        assertEquals("GITLAB_MERGE a/b!4", read("https://git.example.org/lab/a/b/-/merge_requests/4/diffs"));
        assertEquals("JIRA_ISSUE SHOP-12", read("https://example.org/browse/SHOP-12?filter=1"));
        assertEquals("JIRA_ISSUE SHOP-12", read("https://example.org/jira/software/projects/SHOP/boards/1?selectedIssue=SHOP-12"));
        assertEquals("GITLAB_MERGE a/b!4 and nobody is asked", read("https://gitlab.com/a/b/-/merge_requests/4"));
        assertEquals("JIRA_ISSUE XY-1 and nobody is asked", read("https://acme.atlassian.net/browse/XY-1"));
    }

    @Test
    void noOtherHostIsTakenForATrackers() {
        for (var url : List.of("https://github.com.evil.example/acme/shop/issues/12", "https://github.com@evil.example/acme/shop/issues/12", "https://evil.example/https://github.com/acme/shop/issues/12",
                "http://github.com/acme/shop/issues/12", "https://github.com:8443/acme/shop/issues/12", "https://github.com\\@evil.example/acme/shop/issues/12", "https://git.example.org/laboratory/a/b/-/issues/3",
                "https://github.com/acme/../issues/1", "https://github.com/a%2Fb/c/issues/1", "https://github.com/acme/shop/issues/12x", "https://github.com/")) {
            assertNull(Place.of(url, TRACKERS).name(), url);
        }
    }

    @Test
    void noAddressTakesLong() {
        assertTimeout(Duration.ofSeconds(10), () -> {
            read("https://git.example.org/lab/" + "ab.-/".repeat(390) + "!");
            read("https://example.org/" + "?selectedIssue=A".repeat(120));
        });
    }

    @Test
    void baseAddressesAreTidied() {
        assertEquals("https://git.example.org/Lab", Place.tidyBase(" HTTPS://Git.Example.org:443/Lab// "));
        for (var typed : List.of("github.com", "ftp://x.org", "https://me:secret@x.org", "https://x.org/?a", "https://x.org/#a", "https://", "")) {
            assertNull(Place.tidyBase(typed), typed);
        }
        assertEquals("https://api.github.com", TrackerKind.GITHUB.api("https://github.com"));
        assertEquals("https://api.acme.ghe.com", TrackerKind.GITHUB.api("https://acme.ghe.com"));
        assertEquals("https://github.example.org/api/v3", TrackerKind.GITHUB.api("https://github.example.org"));
    }

    private static String read(String url) {
        var place = Place.of(url, TRACKERS);
        return place.kind() + " " + place.name() + (place.kind() != LinkKind.OTHER && place.tracker() == null ? " and nobody is asked" : "");
    }

    private static Tracker tracker(TrackerKind kind, String base) {
        var tracker = new Tracker();
        tracker.kind = kind;
        tracker.base = base;
        return tracker;
    }
}
