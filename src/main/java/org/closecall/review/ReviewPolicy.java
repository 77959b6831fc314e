package org.closecall.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;

/** Which severity, on which occasion, asks for how much review and by when. Changed are the cells that are not as they come. */
public record ReviewPolicy(Map<String, Demand> changed) {

    private static final Map<String, Review> STANDARD = standard();

    public static String cell(Severity severity, Occasion occasion) {
        return severity + "-" + occasion;
    }

    public Review asks(Severity severity, Occasion occasion) {
        return demand(severity, occasion).review();
    }

    /** Null as long as nobody has said how bad it is or could have been, and how likely that is. */
    public Review asks(Occurrence occurrence) {
        var demand = demand(occurrence);
        return demand == null ? null : demand.review();
    }

    public Demand demand(Severity severity, Occasion occasion) {
        return demand(cell(severity, occasion));
    }

    /** Null like asks. */
    public Demand demand(Occurrence occurrence) {
        var occasion = Occasion.of(occurrence);
        return occurrence.shownSeverity() == null || occasion == null ? null : demand(occurrence.shownSeverity(), occasion);
    }

    /** The cells that ask for a review, by the number of working days it is due in. */
    Map<Integer, List<String>> asking() {
        return STANDARD.keySet().stream().filter(cell -> demand(cell).any()).sorted().collect(Collectors.groupingBy(cell -> demand(cell).workingDays(), TreeMap::new, Collectors.toList()));
    }

    private Demand demand(String cell) {
        return changed.getOrDefault(cell, Demand.usual(STANDARD.get(cell)));
    }

    static Demand standard(Severity severity, Occasion occasion) {
        return Demand.usual(STANDARD.get(cell(severity, occasion)));
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
