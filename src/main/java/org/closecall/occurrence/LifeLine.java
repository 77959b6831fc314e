package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.web.Formats;

/** The moments of a life in order, the gap after each, and the same to scale. */
@TemplateData
public record LifeLine(List<Stop> stops, List<Stretch> stretches, boolean open, Duration whole) {

    /** gap is null when nothing can be said about what came after; words say what the gap is. */
    @TemplateData
    public record Stop(String name, Moment moment, String style, String gap, String words) {
    }

    /** A phase, its place on the scale in per cent, and its length. */
    @TemplateData
    public record Stretch(String phase, String name, String x, String width, Duration length) {
    }

    private record Point(String name, Moment moment, String style, String words) {
        Point saying(String other) {
            return new Point(name, moment, style, other);
        }
    }

    public static LifeLine of(Occurrence occurrence, Instant now) {
        var points = points(occurrence);
        var open = occurrence.kind != Kind.NEAR_MISS && !occurrence.resolved.passed();
        var known = points.stream().map(Point::moment).filter(Moment::known).map(Moment::at).toList();
        var whole = known.size() > 1 || open && !known.isEmpty()
                ? Duration.between(known.get(0), open ? now : known.get(known.size() - 1)) : null;
        return new LifeLine(stops(points, open, now, whole), Stretches.of(occurrence, now), open, whole);
    }

    private static List<Point> points(Occurrence o) {
        var noticed = new Point(o.kind.incident() ? "Detected" : "Noticed", o.detected, "seen", "to acknowledge");
        var points = switch (o.kind) {
            case INCIDENT -> incident(o, noticed);
            case NEAR_MISS -> List.of(new Point("Started", o.started, "hidden", "unnoticed"), noticed);
            case HAZARD -> List.of(new Point("There since", o.started, "hidden", "unnoticed"), noticed, new Point("Removed", o.resolved, "end", ""));
        };
        return points.stream().filter(point -> point.moment().state() != Moment.State.NOT_YET).toList();
    }

    /** What was caught early was noticed, and perhaps taken up, before anybody was affected. */
    private static List<Point> incident(Occurrence o, Point noticed) {
        var impact = new Point("Impact", o.impactStarted, "impact", "unnoticed");
        var acknowledged = new Point("Acknowledged", o.acknowledged, "response", "to mitigate");
        var first = new Point("Started", o.started, "hidden", "until impact");
        var rest = List.of(new Point("Mitigated", o.mitigated, "recovery", "to resolve"), new Point("Resolved", o.resolved, "end", ""));
        if (!before(o.detected, o.impactStarted)) {
            return Stream.concat(Stream.of(first, impact, noticed, acknowledged), rest.stream()).toList();
        }
        first = first.saying("unnoticed");
        return before(o.acknowledged, o.impactStarted) ? Stream.concat(Stream.of(first, noticed, acknowledged.saying("until impact"), impact.saying("to mitigate")), rest.stream()).toList()
                : Stream.concat(Stream.of(first, noticed.saying("until impact"), impact.saying("to acknowledge"), acknowledged), rest.stream()).toList();
    }

    private static boolean before(Moment one, Moment other) {
        return one.known() && other.known() && one.at().isBefore(other.at());
    }

    private static List<Stop> stops(List<Point> points, boolean open, Instant now, Duration whole) {
        var stops = new ArrayList<Stop>();
        for (var i = 0; i < points.size(); i++) {
            var point = points.get(i);
            var next = points.stream().skip(i + 1L).filter(later -> later.moment().known()).findFirst().orElse(null);
            var direct = next != null && next == points.get(i + 1);
            var end = i == points.size() - 1;
            stops.add(next == null ? last(point, open, now, end ? whole : null) : between(point, next, direct));
        }
        return stops;
    }

    private static Stop between(Point point, Point next, boolean direct) {
        var gap = point.moment().until(next.moment());
        if (gap == null) {
            return new Stop(point.name(), point.moment(), point.style(), null, null);
        }
        var words = direct && !point.words().isEmpty() ? point.words() : "until " + next.name().toLowerCase();
        return gap.isNegative()
                ? new Stop(point.name(), point.moment(), point.style(), Formats.human(gap), "after " + next.name().toLowerCase())
                : new Stop(point.name(), point.moment(), point.style(), Formats.human(gap), words);
    }

    private static Stop last(Point point, boolean open, Instant now, Duration whole) {
        if (!point.moment().known()) {
            return new Stop(point.name(), point.moment(), point.style(), null, null);
        }
        if (open) {
            return new Stop(point.name(), point.moment(), point.style(), Formats.human(Duration.between(point.moment().at(), now)), "so far");
        }
        return new Stop(point.name(), point.moment(), point.style(), whole == null || whole.isNegative() ? null : Formats.human(whole), "in all");
    }

    /** What a reader of the small picture hears. */
    public String sentence() {
        if (stretches.isEmpty()) {
            return "Too few times are known to draw it";
        }
        var parts = stretches.stream().map(stretch -> stretch.name() + " " + Formats.human(stretch.length())).toList();
        return String.join(", ", parts) + (open ? ", still going on" : "");
    }
}
