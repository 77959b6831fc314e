package org.closecall.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.closecall.action.ActionItem;
import org.closecall.action.Aim;
import org.closecall.catalog.Tag;
import org.closecall.occurrence.EntryKind;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Snapshot;
import org.closecall.occurrence.TimelineEntry;
import org.closecall.people.Change;
import org.closecall.people.Organisation;
import org.closecall.people.Person;
import org.closecall.postmortem.Arrival;
import org.closecall.postmortem.Document;
import org.closecall.web.Mentions;
import org.closecall.web.Typed;

/** One postmortem of a file becomes a record with its timeline, actions, pictures and texts. */
final class Filing {

    private final Manuscript manuscript;
    private final Map<String, byte[]> pictures;
    private final Catalogue catalogue;
    private final Person by;
    private final Instant now;
    /** What marks and pictures of the file are called here. */
    private final Map<String, String> names = new HashMap<>();

    Filing(Manuscript manuscript, Map<String, byte[]> pictures, Catalogue catalogue, Person by, Instant now) {
        this.manuscript = manuscript;
        this.pictures = pictures;
        this.catalogue = catalogue;
        this.by = by;
        this.now = now;
    }

    /** What will not be as it was, and why. */
    static List<String> remarks(Manuscript manuscript, Map<String, byte[]> pictures) {
        var head = manuscript.document().head();
        var remarks = new ArrayList<String>();
        var template = Arrival.template(head).template.name;
        if (head.template() != null && !template.equalsIgnoreCase(head.template())) {
            remarks.add("there is no template “" + head.template() + "” here: it comes in with “" + template + "”");
        }
        var people = Stream.concat(Stream.ofNullable(head.facilitator()), manuscript.document().actions().stream().map(Document.Action::owner)).filter(name -> name != null && Person.count("name", name) == 0).distinct().toList();
        if (!people.isEmpty()) {
            remarks.add("nobody here is called " + String.join(" or ", people));
        }
        FilePictures.shown(manuscript, pictures).forEach((path, picture) -> {
            if (picture.problem() != null) {
                remarks.add("left out: " + path + " " + picture.problem().replaceFirst("^\\S+ ", ""));
            }
        });
        return remarks;
    }

    Occurrence file(Map<Long, Long> numbers) {
        var head = manuscript.document().head();
        var occurrence = OccurrenceOf.document(manuscript.document(), head.filed() == null ? now : head.filed());
        occurrence.number = manuscript.id() == null ? Organisation.nextNumbers(1) : numbers.get(head.number());
        occurrence.services.addAll(catalogue.of(Arrivals.services(head), now));
        occurrence.tags = new LinkedHashSet<>(Tag.named(head.tags() == null ? List.of() : head.tags()));
        occurrence.source = Manuscript.SOURCE;
        occurrence.externalId = manuscript.externalId();
        occurrence.persistAndFlush();
        Change.record(occurrence.subject(), "imported", Map.of(), Snapshot.of(occurrence), by, now);
        var arrival = new Arrival(manuscript.document(), by, now);
        var postmortem = arrival.open(occurrence);
        FilePictures.shown(manuscript, pictures).forEach((path, picture) -> {
            if (picture.problem(postmortem.id) == null) {
                names.put(path, picture.keep(occurrence, postmortem.id, by, now));
            }
        });
        var entries = entries(occurrence);
        var document = manuscript.document().rewritten(text -> named(text, numbers));
        for (var i = 0; i < entries.size(); i++) {
            entries.get(i).text = document.timeline().get(i).text();
        }
        document.actions().forEach(action -> add(action, occurrence, numbers));
        new Arrival(document, by, now).fill(postmortem);
        return occurrence;
    }

    private List<TimelineEntry> entries(Occurrence occurrence) {
        var entries = new ArrayList<TimelineEntry>();
        for (var from : manuscript.document().timeline()) {
            var entry = new TimelineEntry();
            entry.occurrence = occurrence;
            entry.at = from.at();
            entry.kind = EntryKind.valueOf(from.kind());
            entry.text = from.text();
            entry.learnedLater = from.learned_later();
            entry.evidenceUrl = Typed.web(from.evidence());
            entry.createdBy = by;
            entry.createdAt = now;
            entry.persist();
            names.put(String.valueOf(from.mark()), "#" + occurrence.number + "@" + entry.id);
            entries.add(entry);
        }
        return entries;
    }

    private void add(Document.Action from, Occurrence to, Map<Long, Long> numbers) {
        var action = new ActionItem();
        action.title = from.title();
        action.description = from.description() == null ? null : named(from.description(), numbers);
        action.aim = Aim.valueOf(from.aim());
        action.dueOn = from.due();
        action.owner = from.owner() == null ? null : Person.<Person>find("name", from.owner()).firstResult();
        action.add(to, by, now);
        action.createdAt = from.created() == null ? now : from.created();
        action.startedAt = from.started();
        action.startedBy = from.started() == null ? null : by;
        action.doneAt = from.done();
        action.doneBy = from.done() == null ? null : by;
        action.firstDoneAt = from.done();
    }

    /** A text with the names that things have here. */
    private String named(String text, Map<Long, Long> numbers) {
        var marked = Mentions.MARK.matcher(text).replaceAll(mark -> Matcher.quoteReplacement(named(mark.group(), Long.parseLong(mark.group(1)), numbers)));
        return FilePictures.readdressed(marked, manuscript, names);
    }

    private String named(String mark, long number, Map<Long, Long> numbers) {
        return names.containsKey(mark) ? names.get(mark) : mark.indexOf('@') < 0 && manuscript.id() != null && numbers.containsKey(number) ? "#" + numbers.get(number) : mark;
    }
}
