package org.closecall.review;

import java.util.HashMap;
import java.util.Map;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;

/** Which severity, on which occasion, asks for how much review. Changed are the cells that are not as they come. */
public record ReviewPolicy(Map<String, Review> changed) {

    private static final Map<String, Review> STANDARD = standard();

    public static String cell(Severity severity, Occasion occasion) {
        return severity + "-" + occasion;
    }

    public Review asks(Severity severity, Occasion occasion) {
        var cell = cell(severity, occasion);
        return changed.getOrDefault(cell, STANDARD.get(cell));
    }

    /** Null as long as nobody has said how bad it is or could have been, and how likely that is. */
    public Review asks(Occurrence occurrence) {
        var occasion = Occasion.of(occurrence);
        return occurrence.shownSeverity() == null || occasion == null ? null : asks(occurrence.shownSeverity(), occasion);
    }

    static Review standard(Severity severity, Occasion occasion) {
        return STANDARD.get(cell(severity, occasion));
    }

    private static Map<String, Review> standard() {
        var cells = new HashMap<String, Review>();
        for (var severity : Severity.values()) {
            for (var occasion : Occasion.values()) {
                cells.put(cell(severity, occasion), judge(severity.level(), occasion));
            }
        }
        return cells;
    }

    /** What happened weighs by itself; what could happen weighs more the likelier it is. */
    private static Review judge(int level, Occasion occasion) {
        var full = switch (occasion) {
            case HAPPENED, FREQUENT -> 3;
            case OCCASIONAL -> 1;
            case RARE -> 0;
        };
        var light = switch (occasion) {
            case HAPPENED, OCCASIONAL -> 4;
            case RARE -> 3;
            case FREQUENT -> 5;
        };
        return level <= full ? Review.FULL : level <= light ? Review.LIGHT : Review.NONE;
    }
}
