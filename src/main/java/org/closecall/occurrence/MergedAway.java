package org.closecall.occurrence;

import java.util.regex.Pattern;

/** Addresses below a record that was merged into another: links to its postmortem are in chats and tickets for years. */
public final class MergedAway {

    private static final Pattern PAGE = Pattern.compile("/occurrences/(\\d{1,18})(/.*)");

    private MergedAway() {
    }

    /** The same page of the record it went into; null when there is none. */
    public static String address(String path) {
        var page = PAGE.matcher(path);
        var gone = page.matches() ? Occurrence.<Occurrence>find("from Occurrence o join fetch o.mergedInto where o.number = ?1", Long.valueOf(page.group(1))).firstResult() : null;
        return gone == null ? null : "/occurrences/" + gone.mergedInto.number + page.group(2);
    }
}
