package org.closecall.occurrence;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.people.Change;
import org.closecall.web.Typed;

/**
 * Something taken out of sight: a record, or a part of one.
 *
 * @param way the address that brings it back, null when it is back or only the history still has it
 */
@TemplateData
public record Removed(Change change, Occurrence occurrence, String way) {

    private static final int FIELDS = 4;
    private static final int LONGEST = 200;
    private static final String WAYS = """
            select c.id, case
              when c.verb = 'unlinked' then (select format('/occurrences/%s/links/%s/restoration', o.number, l.id) from occurrence_link l
                join occurrence s on s.id = l.source_id and s.deleted_at is null join occurrence t on t.id = l.target_id and t.deleted_at is null
                where o.id in (l.source_id, l.target_id) and l.removed_at = c.at limit 1)
              when c.removal = 'RECORD' and o.merged_into_id is not null then format('/occurrences/%s/merger/removal', o.number)
              when c.removal = 'RECORD' and o.deleted_at is not null then format('/occurrences/%s/restoration', o.number)
              when c.subject = 'timeline entry' then (select format('/occurrences/%s/timeline/%s/restoration', h.number, e.id) from timeline_entry e
                join occurrence h on h.id = e.occurrence_id and h.deleted_at is null where e.id = c.subject_id and e.deleted_at is not null)
              when c.subject = 'paste' then (select format('/occurrences/%s/pastes/%s/restoration', h.number, e.paste) from timeline_entry e
                join occurrence h on h.id = e.occurrence_id and h.deleted_at is null where h.id = c.subject_id and e.deleted_at = c.at and e.paste is not null limit 1)
              when c.subject = 'attachment' then (select format('/occurrences/%s/attachments/%s/restoration', h.number, a.id) from attachment a
                join occurrence h on h.id = a.occurrence_id and h.deleted_at is null where a.id = c.subject_id and a.deleted_at is not null)
              when c.subject = 'action' then (select format('/actions/%s/restoring', a.id) from action_item a where a.id = c.subject_id and a.deleted_at is not null)
              end
            from change c join occurrence o on o.id = c.occurrence_id where c.id in (:ids)""";

    /** Each with its record and its way back, in two statements more. */
    static List<Removed> of(List<Change> changes) {
        var ways = ways(changes);
        Map<Long, Occurrence> records = Occurrence.<Occurrence>list("id in ?1", changes.stream().map(change -> change.occurrenceId).distinct().toList()).stream()
                .collect(Collectors.toMap(occurrence -> occurrence.id, Function.identity()));
        return changes.stream().map(change -> new Removed(change, records.get(change.occurrenceId), ways.get(change.id))).toList();
    }

    /** A merger is taken back on a page that first says what would move. */
    public boolean asks() {
        return way.endsWith("/merger/removal");
    }

    public String reason() {
        var reason = change.field("Reason");
        return reason == null ? null : reason.after();
    }

    public String what() {
        return change.verb.substring(0, 1).toUpperCase() + change.verb.substring(1);
    }

    /** What it said, as far as a list has room for it. */
    public List<String> said() {
        return change.fields.stream().filter(field -> field.before() != null).limit(FIELDS)
                .map(field -> field.name() + ": " + Typed.shortened(field.before(), LONGEST)).toList();
    }

    /** Whether only the history has it: nothing is left to bring back at a press. */
    public boolean onlyInHistory() {
        return way == null && (change.subject.equals("link") || change.subject.equals("postmortem"));
    }

    private static Map<Long, String> ways(List<Change> changes) {
        var ways = new HashMap<Long, String>();
        if (!changes.isEmpty()) {
            List<Object[]> found = Panache.getEntityManager().createNativeQuery(WAYS, Object[].class).setParameter("ids", changes.stream().map(change -> change.id).toList()).getResultList();
            found.forEach(row -> ways.put(((Number) row[0]).longValue(), (String) row[1]));
        }
        return ways;
    }
}
