package org.closecall.review;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.closecall.web.Viewer;

/** One page of what is owed, longest owed first; by key, so that what was published meanwhile moves nothing. */
@TemplateData
public record OwedList(List<OwedPostmortem> owed, OwedCounts all, OwedCounts matching, String next) {

    static final int PAGE = 50;

    static OwedList of(OwedFilter filter, Viewer viewer) {
        var all = OwedCounts.of(new OwedConditions(), viewer);
        var ids = OwedPostmortem.ids(filter.beyond(filter.conditions(viewer)), PAGE + 1);
        var more = ids.size() > PAGE;
        var owed = OwedPostmortem.load(more ? ids.subList(0, PAGE) : ids, viewer);
        return new OwedList(owed, all, filter.any() ? OwedCounts.of(filter.conditions(viewer), viewer) : all, more ? cursor(owed.get(PAGE - 1)) : null);
    }

    private static String cursor(OwedPostmortem last) {
        return last.occurrence().reviewSince + "_" + last.occurrence().number;
    }
}
