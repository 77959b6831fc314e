package org.closecall.postmortem;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.occurrence.Detection;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.web.Formats;

/** What times and numbers of a record say as sentences for a draft. Where only people know on, there is a gap: [to write: who felt it]. */
record Skeleton(Occurrence of, ZoneId zone) {

    private static final Pattern GAP = Pattern.compile("\\[to write: [^\\[\\]]{1,200}]");

    /** What is still to be written in a text, in its own words. */
    static List<String> gaps(String text) {
        return GAP.matcher(text).results().map(gap -> gap.group()).distinct().toList();
    }

    /** Null when the record knows no time: then the question of the section asks better. */
    String summary() {
        if (!of.started.known() && !of.impactStarted.known() && !of.detected.known()) {
            return null;
        }
        return of.kind.incident() ? sentences("[to write: what failed, and for whom].", felt(), noticed(), "It was over because [to write: what ended it].")
                : sentences("[to write: what was about to go wrong].", of.started.known() ? "It began on " + at(of.started.at()) + "." : null, noticed(), "[to write: what kept it from happening].");
    }

    /** Null when the record has none. */
    String numbers() {
        var customers = of.extent.customerWords() == null ? null : "Customers affected: " + of.extent.customerWords() + ".";
        return of.kind.incident() ? sentences(customers, felt()) : sentences(customers);
    }

    /** Null when nobody has said how it came to light, nor when. */
    String detection() {
        var how = of.detection == Detection.UNKNOWN ? null : "How it came to light: " + of.detection.label.toLowerCase() + ".";
        return how == null && !of.detected.known() ? null : sentences(how, noticed());
    }

    private String felt() {
        if (of.impactStarted.none()) {
            return "No customer was affected.";
        }
        var end = of.mitigated.known() ? of.mitigated : of.resolved;
        var lasted = of.impactStarted.until(end);
        return lasted != null && !lasted.isNegative() ? "Customers felt it for " + Formats.human(lasted) + ", from " + at(of.impactStarted.at()) + "."
                : of.impactStarted.known() ? "Customers felt it from " + at(of.impactStarted.at()) + " on." : null;
    }

    private String noticed() {
        if (!of.detected.known()) {
            return null;
        }
        var from = of.kind.incident() && of.impactStarted.known() ? of.impactStarted : of.started;
        var after = from.until(of.detected);
        return "It was noticed on " + at(of.detected.at()) + (after == null || after.isZero() ? "" : ", " + Formats.human(after) + (after.isNegative() ? " before " : " after ") + began(from == of.impactStarted)) + ".";
    }

    private String began(boolean impact) {
        return impact ? "customers began to feel it" : of.kind == Kind.HAZARD ? "it came to be" : "it began";
    }

    private String at(Instant at) {
        return Formats.inFull(at, zone);
    }

    private static String sentences(String... sentences) {
        return Texts.orNull(Stream.of(sentences).filter(Objects::nonNull).collect(Collectors.joining(" ")));
    }
}
