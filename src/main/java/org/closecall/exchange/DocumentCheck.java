package org.closecall.exchange;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.closecall.action.Aim;
import org.closecall.occurrence.Detection;
import org.closecall.occurrence.EntryKind;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Likelihood;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.MomentName;
import org.closecall.occurrence.Severity;
import org.closecall.occurrence.StoppedBy;
import org.closecall.postmortem.Document;

/** Whether a document that claims to be ours is one: somebody may have edited it. */
final class DocumentCheck {

    private static final int LONGEST = 500_000;
    private static final int LONGEST_TITLE = 200;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private DocumentCheck() {
    }

    /** What is wrong with it first. */
    static Optional<String> of(Document document) {
        var head = document.head();
        return Stream.of(head(head), sections(document), factors(document), entries(document), actions(document)).filter(problem -> problem != null).findFirst();
    }

    private static String head(Document.Head head) {
        if (head.id() == null || head.number() < 1 || missing(head.title()) || missing(head.occurrence()) || missing(head.kind()) || missing(head.state())) {
            return "id, number, title, occurrence, kind and state must be given";
        }
        if (head.title().length() > LONGEST_TITLE || head.occurrence().length() > LONGEST_TITLE) {
            return "a title has more than " + LONGEST_TITLE + " characters";
        }
        var wrong = Stream.of(unknown("kind", head.kind(), Kind::valueOf), unknown("severity", head.severity(), Severity::valueOf),
                unknown("potential_severity", head.potential_severity(), Severity::valueOf), unknown("likelihood", head.likelihood(), Likelihood::valueOf),
                unknown("detection", head.detection(), Detection::valueOf), unknown("stopped_by", head.stopped_by(), StoppedBy::valueOf), time("published", head.published()), time("filed", head.filed()));
        return wrong.filter(problem -> problem != null).findFirst().orElseGet(() -> moments(head));
    }

    private static String moments(Document.Head head) {
        return head.moments() == null ? null : head.moments().entrySet().stream().map(moment -> moment(moment.getKey(), OccurrenceOf.moment(moment.getValue())))
                .filter(problem -> problem != null).findFirst().orElse(null);
    }

    private static String moment(String name, Moment moment) {
        var known = Stream.of(MomentName.values()).filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
        var possible = known.isPresent() && moment != null && (moment.known() || known.get().reasons().contains(moment.state()));
        return possible ? moment.known() ? time(name, moment.at()) : null : "the moment " + name + " is neither a time nor a reason why there is none";
    }

    private static String sections(Document document) {
        return document.sections().stream().map(section -> missing(section.key()) || missing(section.title()) ? "a section has no key or no title" : tooLong(section.title(), section.body()))
                .filter(problem -> problem != null).findFirst().orElseGet(() -> twice(document));
    }

    private static String twice(Document document) {
        return document.sections().stream().map(Document.Text::key).distinct().count() < document.sections().size() ? "two sections have the same key" : null;
    }

    private static String factors(Document document) {
        return document.factors().stream().map(factor -> missing(factor.text()) ? "a contributing factor has no text" : tooLong("a factor", factor.text()))
                .filter(problem -> problem != null).findFirst().orElse(null);
    }

    private static String entries(Document document) {
        return document.timeline().stream().map(entry -> entry.at() == null || missing(entry.kind()) || missing(entry.text()) ? "an entry of the timeline has no time, kind or text"
                : Stream.of(unknown("kind of an entry", entry.kind(), EntryKind::valueOf), time("time of an entry", entry.at()), tooLong("an entry", entry.text())).filter(problem -> problem != null).findFirst().orElse(null))
                .filter(problem -> problem != null).findFirst().orElse(null);
    }

    private static String actions(Document document) {
        return document.actions().stream().map(action -> missing(action.title()) || missing(action.aim()) ? "an action has no title or no aim" : unknown("aim", action.aim(), Aim::valueOf))
                .filter(problem -> problem != null).findFirst().orElse(null);
    }

    private static boolean missing(String text) {
        return text == null || text.isBlank();
    }

    private static String tooLong(String what, String text) {
        return text != null && text.length() > LONGEST ? what + " has more than 500,000 characters" : null;
    }

    private static String unknown(String field, String name, Function<String, ?> known) {
        try {
            return name == null || known.apply(name) != null ? null : field;
        } catch (IllegalArgumentException none) {
            return field + " “" + name + "” is not known";
        }
    }

    private static String time(String field, Instant at) {
        return at != null && (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) ? field + " lies outside the years 1970 to 2999: " + at : null;
    }
}
