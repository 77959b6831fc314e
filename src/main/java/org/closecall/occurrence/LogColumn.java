package org.closecall.occurrence;

import java.time.Instant;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the log can say of a record, in the order it says it: words, a moment, or (neither) something drawn by the page. */
public enum LogColumn {
    TITLE("Title"),
    KIND("Kind"),
    SEVERITY("Severity"),
    STATE("State"),
    SERVICE("Service", (o, now) -> OccurrenceWords.serviceNames(o)),
    TEAM("Team", (o, now) -> OccurrenceWords.teamNames(o)),
    DETECTION("Detection", (o, now) -> o.detection.label),
    BEGAN("Began", o -> Moment.at(o.occurredAt)),
    DETECTED("Detected", o -> o.detected),
    RESOLVED("Resolved", o -> o.kind == Kind.NEAR_MISS ? null : o.resolved),
    LIFE("Life line, or what stopped it"),
    RESTORE("Time to restore", (o, now) -> o.kind.incident() ? OccurrenceWords.outcome(o, now) : null),
    STOPPED("Stopped by", (o, now) -> o.stoppedBy == null ? null : o.stoppedBy.label),
    LIKELIHOOD("Likelihood", (o, now) -> o.likelihood == null ? null : o.likelihood.label),
    CUSTOMERS("Customers affected", (o, now) -> o.extent.customerWords()),
    LEAD("Lead", (o, now) -> o.lead == null ? null : o.lead.name),
    TAGS("Tags", (o, now) -> OccurrenceWords.tagNames(o)),
    ACTIONS("Open actions"),
    POSTMORTEM("Postmortem"),
    REPORTED("Reported", o -> Moment.at(o.filedAt));

    public final String label;
    private final BiFunction<Occurrence, Instant, String> words;
    private final Function<Occurrence, Moment> moment;

    LogColumn(String label) {
        this(label, (o, now) -> null, o -> null);
    }

    LogColumn(String label, BiFunction<Occurrence, Instant, String> words) {
        this(label, words, o -> null);
    }

    LogColumn(String label, Function<Occurrence, Moment> moment) {
        this(label, (o, now) -> null, moment);
    }

    LogColumn(String label, BiFunction<Occurrence, Instant, String> words, Function<Occurrence, Moment> moment) {
        this.label = label;
        this.words = words;
        this.moment = moment;
    }

    /** Under the title instead of in a column of its own. */
    public boolean beneath() {
        return this == KIND || this == SEVERITY || this == STATE;
    }

    /** As the address has it. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Null where there is nothing to say. */
    public String words(Occurrence occurrence, Instant now) {
        var said = words.apply(occurrence, now);
        return said == null || said.isEmpty() ? null : said;
    }

    /** Null for what is no moment. */
    public Moment moment(Occurrence occurrence) {
        return moment.apply(occurrence);
    }
}
