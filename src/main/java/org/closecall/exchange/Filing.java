package org.closecall.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.closecall.action.ActionItem;
import org.closecall.action.ActionState;
import org.closecall.action.Aim;
import org.closecall.action.Step;
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
import org.closecall.postmortem.Postmortem;
import org.closecall.web.Typed;

/** One postmortem of a file becomes a record with its timeline, actions, pictures and texts. */
final class Filing {

    static final String DIGEST = "file";

    private final Manuscript manuscript;
    private final Map<String, byte[]> pictures;
    private final Catalogue catalogue;
    private final Person by;
    private final Instant now;
    private final FileNames names;
    /** Where its pictures are kept, by their path in the file. */
    private final Map<String, String> addresses = new HashMap<>();
    private final List<TimelineEntry> entries = new ArrayList<>();
    private Occurrence occurrence;
    private Postmortem postmortem;

    Filing(Manuscript manuscript, Map<String, byte[]> pictures, Catalogue catalogue, FileNames names, Person by, Instant now) {
        this.manuscript = manuscript;
        this.pictures = pictures;
        this.catalogue = catalogue;
        this.names = names;
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
        remarks.addAll(settled(manuscript.document().actions()));
        FilePictures.shown(manuscript, pictures).forEach((path, picture) -> {
            if (picture.problem() != null) {
                remarks.add("left out: " + path + " " + picture.problem().replaceFirst("^\\S+ ", ""));
            }
        });
        return remarks;
    }

    /** What two people said elsewhere is not said here: none of it stands in the file, and nobody here has looked. */
    private static List<String> settled(List<Document.Action> actions) {
        var verified = actions.stream().filter(one -> ActionState.VERIFIED.name().equals(one.state())).count();
        var accepted = actions.stream().filter(one -> ActionState.RISK_ACCEPTED.name().equals(one.state())).count();
        return Stream.of(verified == 0 ? null : actions(verified, "was", "were") + " verified elsewhere: in as done, to be verified by somebody here",
                accepted == 0 ? null : "the risk of " + (accepted == 1 ? "1 action was" : accepted + " actions was") + " accepted elsewhere: in as open, to be decided by somebody here").filter(Objects::nonNull).toList();
    }

    private static String actions(long count, String one, String many) {
        return count == 1 ? "1 action " + one : count + " actions " + many;
    }

    /** The record, its timeline and its pictures: from then on all of them have names that others' texts may use. */
    Occurrence open() {
        var head = manuscript.document().head();
        occurrence = OccurrenceOf.document(manuscript.document(), head.filed() == null ? now : head.filed());
        occurrence.number = manuscript.id() == null ? Organisation.nextNumbers(1) : names.number(head.number());
        occurrence.services.addAll(catalogue.of(Arrivals.services(head), now));
        occurrence.tags = new LinkedHashSet<>(Tag.named(head.tags() == null ? List.of() : head.tags()));
        occurrence.source = Manuscript.SOURCE;
        occurrence.externalId = manuscript.externalId();
        occurrence.imported = Map.of(DIGEST, manuscript.digest());
        occurrence.persistAndFlush();
        Change.record(occurrence.subject(), "imported", Map.of(), Snapshot.of(occurrence), by, now);
        postmortem = new Arrival(manuscript.document(), by, now).open(occurrence);
        FilePictures.shown(manuscript, pictures).forEach((path, picture) -> {
            if (picture.problem(postmortem.id) == null) {
                addresses.put(path, picture.keep(occurrence, postmortem.id, by, now));
            }
        });
        manuscript.document().timeline().forEach(this::add);
        return occurrence;
    }

    /** The texts, once everything they may name is there. */
    void fill() {
        var document = manuscript.document().rewritten(this::named);
        for (var i = 0; i < entries.size(); i++) {
            entries.get(i).text = document.timeline().get(i).text();
        }
        document.actions().forEach(this::add);
        new Arrival(document, by, now).fill(postmortem);
    }

    private void add(Document.Entry from) {
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
        if (from.mark() != null) {
            names.entry(from.mark(), "#" + occurrence.number + "@" + entry.id);
        }
        entries.add(entry);
    }

    private void add(Document.Action from) {
        var action = new ActionItem();
        action.title = from.title();
        action.description = from.description() == null ? null : named(from.description());
        action.aim = Aim.valueOf(from.aim());
        action.dueOn = from.due();
        action.owner = from.owner() == null ? null : Person.<Person>find("name", from.owner()).firstResult();
        action.createdAt = from.created();
        action.add(occurrence, by, now);
        new Step(action, by, now).arrive(from.started(), from.done(), ActionState.DROPPED.name().equals(from.state()));
    }

    /** A text with the names that things have here. */
    private String named(String text) {
        return FilePictures.readdressed(manuscript.id() == null ? FileNames.inert(text) : names.in(text), manuscript, addresses);
    }
}
