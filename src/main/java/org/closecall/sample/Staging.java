package org.closecall.sample;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.closecall.attachment.Attachment;
import org.closecall.defence.ControlState;
import org.closecall.defence.OccurrenceControl;
import org.closecall.occurrence.Detection;
import org.closecall.occurrence.EntryKind;
import org.closecall.occurrence.ImpactKind;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Likelihood;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.OccurrenceRole;
import org.closecall.occurrence.Severity;
import org.closecall.occurrence.StatusNote;
import org.closecall.occurrence.StoppedBy;
import org.closecall.occurrence.TimelineEntry;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** One story becomes a record: its moments, timeline, controls and files, written down by those who look after the service. */
final class Staging {

    private static final Pattern LINE = Pattern.compile("(\\S+) ([SADOC])(\\*?) (.+)", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("(held|failed|absent|unknown) ([^|]+?)(?: \\| (.+))?", Pattern.DOTALL);
    private static final Map<String, EntryKind> KINDS = Map.of("S", EntryKind.SIGNAL, "A", EntryKind.ACTION, "D", EntryKind.DECISION, "O", EntryKind.OBSERVATION, "C", EntryKind.COMMUNICATION);

    private final Cast cast;
    private final Days days;
    private final Naming naming;
    private final Story story;
    final Course course;
    final Person by;
    final Occurrence occurrence = new Occurrence();

    Staging(Cast cast, Days days, Naming naming, Story story) {
        this.cast = cast;
        this.days = days;
        this.naming = naming;
        this.story = story;
        course = Course.of(story, days.start(story), days.end());
        by = cast.somebody(story.home(), "files " + story.key());
    }

    void write() {
        tell();
        extent();
        story.services().forEach(key -> occurrence.services.add(cast.services.get(key)));
        story.tags().forEach(tag -> occurrence.tags.add(cast.tags.get(tag)));
        switch (story.kind()) {
            case Story.INCIDENT -> incident();
            case Story.NEAR_MISS -> nearMiss();
            default -> hazard();
        }
        occurrence.number = naming.number(story.key());
        occurrence.file(by, course.filedAt());
        lead();
        controls();
        timeline();
        story.attach().forEach(exhibit -> Attachment.attach(occurrence, Drawing.name(exhibit), Drawing.content(exhibit, course), by, later(course.resolved() + 90)));
    }

    private void tell() {
        occurrence.kind = Kind.valueOf(story.kind().toUpperCase(Locale.ROOT));
        occurrence.title = naming.told(story.title());
        occurrence.narrative = naming.told(story.narrative());
        occurrence.detection = switch (story.detection()) {
            case "alert" -> Detection.MONITORING_ALERT;
            case "test" -> Detection.AUTOMATED_TEST;
            default -> Detection.valueOf(story.detection().toUpperCase(Locale.ROOT));
        };
        occurrence.started = Moment.at(course.start());
        occurrence.detected = Moment.at(course.at(course.detected()));
    }

    private void extent() {
        occurrence.impact = naming.told(story.impact());
        occurrence.extent.kinds.addAll(story.impactKinds().stream().map(ImpactKind::valueOf).toList());
        occurrence.extent.customers = story.customers();
        occurrence.extent.share = story.customersShare();
    }

    private void incident() {
        occurrence.severity = Severity.valueOf(story.severity());
        occurrence.impactStarted = course.impact() == null ? Moment.NONE : Moment.at(course.at(course.impact()));
        occurrence.acknowledged = Moment.at(course.at(course.ack()));
        occurrence.mitigated = story.open() ? Moment.NOT_YET : Moment.at(course.at(course.mitigated()));
        occurrence.resolved = story.open() ? Moment.NOT_YET : Moment.at(course.at(course.resolved()));
        occurrence.lead = cast.somebody(story.home(), "leads " + story.key());
    }

    private void nearMiss() {
        couldHaveBeen();
        occurrence.impactStarted = Moment.NONE;
        occurrence.acknowledged = Moment.NOT_YET;
        occurrence.stoppedBy = StoppedBy.valueOf(story.stopped().toUpperCase(Locale.ROOT));
        occurrence.stoppedByControl = story.control() == null ? null : cast.controls.get(story.control());
        occurrence.stoppedHow = naming.told(story.how());
        occurrence.oneChange = naming.told(story.change());
    }

    private void hazard() {
        couldHaveBeen();
        occurrence.impactStarted = Moment.NONE;
        occurrence.acknowledged = Moment.NOT_YET;
        var removed = story.removed() == null ? null : course.filedAt().plusSeconds(86_400L * story.removed());
        occurrence.resolved = removed == null || !removed.isBefore(days.end()) ? Moment.NOT_YET : Moment.at(removed);
    }

    private void couldHaveBeen() {
        occurrence.potentialSeverity = Severity.valueOf(story.potential());
        occurrence.likelihood = Likelihood.valueOf(story.likelihood().toUpperCase(Locale.ROOT));
        occurrence.potentialImpact = naming.told(story.potentialImpact());
    }

    private void lead() {
        if (occurrence.lead != null) {
            var role = new OccurrenceRole();
            role.occurrence = occurrence;
            role.role = OccurrenceRole.LEAD;
            role.person = occurrence.lead;
            role.since = course.at(course.ack());
            role.givenBy = by;
            role.persist();
        }
    }

    private void controls() {
        var known = occurrence.stoppedByControl == null ? Set.<String>of() : Set.of(occurrence.stoppedByControl.name);
        for (var said : story.controls()) {
            var read = CONTROL.matcher(said);
            if (read.matches() && cast.controls.containsKey(read.group(2)) && !known.contains(read.group(2))) {
                var control = new OccurrenceControl();
                control.occurrence = occurrence;
                control.control = cast.controls.get(read.group(2));
                control.state = ControlState.valueOf(read.group(1).toUpperCase(Locale.ROOT));
                control.note = naming.told(read.group(3));
                control.persist();
            }
        }
    }

    private void timeline() {
        for (var said : story.timeline()) {
            var read = LINE.matcher(said);
            if (!read.matches()) {
                throw new IllegalArgumentException(story.key() + ": " + said);
            }
            var entry = new TimelineEntry();
            entry.at = course.at(course.minute(read.group(1)));
            entry.kind = KINDS.get(read.group(2));
            entry.learnedLater = !read.group(3).isEmpty();
            entry.text = naming.told(read.group(4));
            var after = entry.learnedLater ? course.resolved() + 200 : Math.max(course.minute(read.group(1)) + 1, course.filed() + 1);
            entry.occurrence = occurrence;
            entry.createdBy = by;
            entry.createdAt = later(after);
            entry.persist();
        }
        if (!story.timeline().isEmpty()) {
            Change.record(occurrence.subject(), "added " + TimelineEntry.counted(story.timeline().size()), Map.of(), Map.of(), by, later(course.filed() + 2));
        }
        if (story.open()) {
            var note = new StatusNote();
            note.text = naming.told(story.narrative());
            note.post(occurrence, occurrence.lead, later(course.filed() + 6));
        }
    }

    /** Nothing is written down after the sample's last day. */
    Instant later(int minute) {
        var at = course.at(minute);
        return at.isBefore(days.end()) ? at : days.end().minusSeconds(60);
    }
}
