package org.closecall.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What one write changed: who, when, each field before and after. The history pages read nothing else. */
@Entity
public class Change extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public String subject;
    public Long subjectId;
    public Long occurrenceId;
    public String verb;
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Field> fields;
    public Integer version;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person person;
    public Instant at;
    /** The token through which it was done, by its name; null for who was signed in. */
    public String via;
    /** RECORD or PART for what took one of them out of sight. */
    @Column(insertable = false, updatable = false)
    public String removal;

    /** before or after is null where the value was or is empty. */
    public record Field(String name, String before, String after) {
    }

    /** Snapshots are label to text; nothing is written when they are equal and the verb is an edit. */
    public static Change record(Subject of, String verb, Map<String, String> before, Map<String, String> after, Person by, Instant now) {
        var change = new Change();
        change.subject = of.name();
        change.subjectId = of.id();
        change.occurrenceId = of.occurrenceId();
        change.version = of.version();
        change.verb = verb;
        change.fields = differences(before, after);
        change.person = by;
        change.at = now;
        change.via = Via.here();
        change.persist();
        return change;
    }

    /** As one line with what the same person did last, when that was the same and not long ago: a page that saves by itself would write hundreds. */
    public static void goOn(Subject of, String verb, Map<String, String> before, Map<String, String> after, Person by, Instant now, Duration run) {
        var last = latest(of);
        if (last == null || !last.verb.equals(verb) || last.person == null || !last.person.id.equals(by.id) || !now.isBefore(last.at.plus(run))) {
            record(of, verb, before, after, by, now);
        } else {
            var was = new LinkedHashMap<>(before);
            var is = new LinkedHashMap<String, String>();
            last.fields.forEach(field -> was.put(field.name(), field.before()));
            last.fields.forEach(field -> is.put(field.name(), field.after()));
            is.putAll(after);
            last.fields = differences(was, is);
            last.version = of.version();
        }
    }

    /** Newest first, those older than the one with the id before, or the newest. Without its postmortem's where drafts may not be read: the history holds their text. */
    public static List<Change> ofOccurrence(Long occurrenceId, boolean drafts, Long before, int most) {
        return find("from Change c left join fetch c.person where c.occurrenceId = ?1 and (?2 = true or c.subject <> 'postmortem') and c.id < ?3 order by c.id desc",
                occurrenceId, drafts, before == null ? Long.MAX_VALUE : before).page(0, most).list();
    }

    /** One of the record's own: nothing is brought back from what was done to its timeline, actions or postmortem. */
    public static Change ownOf(Long occurrenceId, long id) {
        Change found = find("subject = 'occurrence' and subjectId = ?1 and id = ?2", occurrenceId, id).firstResult();
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    public static long countOfOccurrence(Long occurrenceId, boolean drafts) {
        return count("occurrenceId = ?1 and (?2 = true or subject <> 'postmortem')", occurrenceId, drafts);
    }

    public static List<Change> since(Subject of, int version) {
        return list("from Change c left join fetch c.person where c.subject = ?1 and c.subjectId = ?2 and c.version > ?3 order by c.id",
                of.name(), of.id(), version);
    }

    /** Newest first. */
    public static List<Change> latest(Subject of, int most) {
        return latest(of, null, most);
    }

    /** Newest first, those older than the one with the id before, or the newest. */
    public static List<Change> latest(Subject of, Long before, int most) {
        return find("from Change c left join fetch c.person where c.subject = ?1 and c.subjectId = ?2 and c.id < ?3 order by c.id desc", of.name(), of.id(), before == null ? Long.MAX_VALUE : before)
                .page(0, most).list();
    }

    /** Null when nothing was ever recorded. */
    public static Change latest(Subject of) {
        return latest(of, 1).stream().findFirst().orElse(null);
    }

    /** What was removed, newest first, those older than the one with the id before, or the newest. The words are in the indexes. */
    public static List<Change> removals(boolean records, Long before, int most) {
        return find("from Change c left join fetch c.person where " + (records ? "c.removal = 'RECORD'" : "c.removal is not null") + " and c.id < ?1 order by c.id desc",
                before == null ? Long.MAX_VALUE : before).page(0, most).list();
    }

    /** Null when the change left that field alone. */
    public Field field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElse(null);
    }

    public static List<Field> differences(Map<String, String> before, Map<String, String> after) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new Field(name, before.get(name), after.get(name)))
                .toList();
    }

    /** What a change is about. occurrenceId is null outside records; version is the subject's after the write. */
    public record Subject(String name, Long id, Long occurrenceId, Integer version) {
    }
}
