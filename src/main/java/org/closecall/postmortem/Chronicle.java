package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.occurrence.EntryKind;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.MomentName;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.TimelineEntry;
import org.closecall.occurrence.TimelineLine;
import org.closecall.web.Formats;

/**
 * The timeline as a postmortem tells it: the entries that appear, those of the record that do not, and the moments
 * between them.
 *
 * @param recorded all that the record has now
 * @param moved what has become of the record's since it was published so, in words; null when nothing has
 */
@TemplateData
public record Chronicle(Occurrence of, List<TimelineEntry> recorded, List<TimelineEntry> entries, List<Left> leftOut, Map<MomentName, Moment> moments, String moved) {

    private static final int MOST_CHOSEN = 800;

    /** An entry that is not shown. That it was there is said all the same: its time must not pass for silence. */
    record Left(Long id, Instant at) {

        static Left of(TimelineEntry entry) {
            return new Left(entry.id, entry.at);
        }
    }

    /** since is how long after the beginning it was, silence what was not noted or is not shown before it; null where there is nothing to say. */
    @TemplateData
    public record Row(TimelineLine line, String since, String silence) {
    }

    /** Of a version, as it was published; of what is written, as it would be now. */
    static Chronicle of(Postmortem postmortem) {
        return postmortem.standing == null ? now(postmortem) : postmortem.standing.chronicle(postmortem.standing.postmortem.chronicle());
    }

    private static Chronicle now(Postmortem postmortem) {
        var recorded = TimelineEntry.of(postmortem.occurrence);
        var omitted = recorded.isEmpty() ? Set.<Long>of() : TimelineOmission.of(postmortem);
        return new Chronicle(postmortem.occurrence, recorded, recorded.stream().filter(entry -> !omitted.contains(entry.id)).toList(),
                recorded.stream().filter(entry -> omitted.contains(entry.id)).map(Left::of).toList(), MomentName.moments(postmortem.occurrence), null);
    }

    /** All that the record has: so were postmortems published before anything could be left out. */
    Chronicle whole() {
        return new Chronicle(of, recorded, recorded, List.of(), moments, null);
    }

    /** The ids of those that appear. */
    public Set<Long> shown() {
        return entries.stream().map(entry -> entry.id).collect(Collectors.toSet());
    }

    /** A form has room for so many. */
    public boolean choosable() {
        return recorded.size() <= MOST_CHOSEN;
    }

    /** As a form says which entries it showed as appearing. */
    public String appearing() {
        return entries.stream().map(entry -> entry.id.toString()).collect(Collectors.joining(","));
    }

    public String learned() {
        return recorded.stream().filter(entry -> entry.learnedLater).map(entry -> entry.id.toString()).collect(Collectors.joining(","));
    }

    public boolean learnedLater() {
        return entries.stream().anyMatch(entry -> entry.learnedLater);
    }

    public boolean turn(TimelineEntry entry) {
        return Set.of(EntryKind.SIGNAL, EntryKind.ACTION, EntryKind.DECISION).contains(entry.kind);
    }

    public List<Row> rows() {
        return pace().rows();
    }

    /** Each line as a text, to be compared. */
    String words(ZoneId zone) {
        return lines().stream().map(line -> Formats.inZone(line.at(), zone) + " " + (line.moment() != null ? line.moment().label(of.kind) : words(line.entry()))).collect(Collectors.joining("\n"));
    }

    private static String words(TimelineEntry entry) {
        return Stream.of(entry.kind.label.toLowerCase(), entry.learnedLater ? "learned later" : "", Texts.orEmpty(entry.evidenceUrl)).filter(word -> !word.isEmpty()).collect(Collectors.joining(", ")) + ": " + entry.text;
    }

    /** Since when the times beside the entries are counted; null when nothing has a time. */
    public String beginning() {
        var first = first();
        return first == null ? lines().isEmpty() ? null : "the first entry" : first == MomentName.STARTED ? "it started" : first == MomentName.IMPACT ? "the impact began" : "it was noticed";
    }

    /** How long its stages took, as the figures count them. */
    public Stages stages(Instant now) {
        return Stages.of(of.kind, moments, now);
    }

    /** From how long on it is said that nothing was noted. */
    public String silent() {
        return Formats.human(pace().shortest());
    }

    private Pace pace() {
        var first = first();
        return Pace.of(lines(), first == null ? null : moments.get(first).at(), leftOut);
    }

    private List<TimelineLine> lines() {
        return TimelineLine.of(moments, entries);
    }

    private MomentName first() {
        return Stream.of(MomentName.STARTED, MomentName.IMPACT, MomentName.DETECTED).filter(name -> moments.containsKey(name) && moments.get(name).known()).findFirst().orElse(null);
    }
}
