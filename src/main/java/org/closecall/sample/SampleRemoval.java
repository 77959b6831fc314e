package org.closecall.sample;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.occurrence.OccurrenceMerger;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** Removes the sample with all that hangs from it, and nothing else: rows that may be without what they name lose the name only. */
record SampleRemoval(Person by, Instant now) {

    /** What everything else of the sample hangs from, as histories call it and as its table is called. */
    private static final Map<String, String> ROOTS = Map.of("occurrence", "occurrence", "action", "action_item", "remediation run", "remediation", "deployment", "deployment", "experiment", "experiment",
            "objective", "objective", "monthly review", "monthly_review", "declared change", "declared_change");

    /** Returns the names of what stays, since people's own records use it. */
    List<String> remove() {
        var stay = removed();
        execute("delete from sample_row");
        execute("update sample_load set begun_at = null, begun_by = null, finished_at = null, failed = false");
        SampleLoad.since(null);
        Change.record(new Change.Subject("organisation", 1L, null, null), "removed the sample organisation", Map.of(), Map.of(), by, now);
        return stay;
    }

    /** The same names beforehand: it is removed and put back, since whatever else told them would in time forget something. */
    List<String> staying() {
        return QuarkusTransaction.joiningExisting().call(() -> {
            execute("savepoint as_it_is");
            var stay = removed();
            execute("rollback to savepoint as_it_is");
            return stay;
        });
    }

    private List<String> removed() {
        var keys = ForeignKey.all();
        giveBack();
        drafts(keys);
        gather(keys);
        var tables = tables();
        execute("update experiment set occurrence_id = null, relation = null where " + doomed("occurrence_id", "occurrence"));
        keys.stream().filter(key -> !key.required() && tables.contains(key.parent())).forEach(key -> execute("update " + key.table() + " set " + key.column() + " = null where " + doomed(key.column(), key.parent())));
        keys.stream().filter(key -> key.required() && !key.numbered() && tables.contains(key.parent())).forEach(key -> execute("delete from " + key.table() + " where " + doomed(key.column(), key.parent())));
        quieten();
        inOrder(tables, keys).forEach(table -> execute("delete from " + table + " where " + doomed("id", table)));
        forget();
        return Catalogue.remove(keys);
    }

    /** What people merged into records of the sample is theirs: it goes back with all it had, the latest merger first. */
    private void giveBack() {
        var mergers = Panache.getSession().createNativeQuery("select m.id from occurrence_merger m join sample_row r on r.subject = 'occurrence' and r.subject_id = m.kept_id where m.undone_at is null order by m.id desc", Long.class).getResultList();
        if (!mergers.isEmpty()) {
            OccurrenceMerger.takeBack(mergers, "The sample organisation is removed", by, now);
            Loading.settle();
        }
    }

    /** Reviews that were prepared by themselves, in which nobody wrote anything, of a time by whose end nothing else was: without the sample there had been none. */
    private static void drafts(List<ForeignKey> keys) {
        execute("insert into sample_row select 'monthly review', r.id from monthly_review r where r.frozen_at is null and r.prepared_by is null"
                + keys.stream().filter(key -> key.parent().equals("monthly_review")).map(key -> " and not exists (select 1 from " + key.table() + " u where u." + key.column() + " = r.id)").collect(Collectors.joining())
                + " and not exists (select 1 from occurrence o where o.deleted_at is null and o.occurred_at < (select cast(r.last_day + 1 as timestamp) at time zone g.time_zone from organisation g)"
                + " and not exists (select 1 from sample_row s where s.subject = 'occurrence' and s.subject_id = o.id)) on conflict do nothing");
    }

    private static void gather(List<ForeignKey> keys) {
        execute("create temporary table doomed (name text, id bigint, primary key (name, id)) on commit drop");
        ROOTS.forEach((subject, table) -> execute("insert into doomed select '" + table + "', subject_id from sample_row where subject = '" + subject + "'"));
        execute("insert into doomed select 'action_item', id from action_item where " + doomed("occurrence_id", "occurrence") + " on conflict do nothing");
        var parts = keys.stream().filter(key -> key.required() && key.numbered()).toList();
        for (var more = 1; more > 0;) {
            var known = tables();
            more = parts.stream().filter(key -> known.contains(key.parent()))
                    .mapToInt(key -> execute("insert into doomed select '" + key.table() + "', id from " + key.table() + " where " + doomed(key.column(), key.parent()) + " on conflict do nothing")).sum();
        }
    }

    /** Histories name rows by number only; rows of several changed together name their history, so those have gone before. What was changed together has a heading, which is empty now. */
    private static void forget() {
        execute("delete from bulk_edit where not exists (select 1 from bulk_edit_record r where r.bulk_edit_id = bulk_edit.id)");
        execute("delete from action_batch where not exists (select 1 from action_batch_line l where l.batch_id = action_batch.id)");
        execute("delete from change where " + doomed("occurrence_id", "occurrence") + " or exists (select 1 from sample_row r where r.subject = change.subject and r.subject_id = change.subject_id and r.subject not in ('person', 'team', 'service', 'tag', 'critical path'))");
    }

    /** Notices name the page of a row that is still there. */
    private static void quieten() {
        execute("delete from notice where path in (select '/reliability/' || r.period || coalesce('?team=' || r.team_id, '') from monthly_review r where " + doomed("r.id", "monthly_review") + ")");
        execute("delete from notice where path ~ '^/prevention/slos/[0-9]+' and " + doomed("cast(substring(path from '^/prevention/slos/([0-9]+)') as bigint)", "objective"));
        execute("delete from notice where path ~ '^/actions/[0-9]+' and " + doomed("cast(substring(path from '^/actions/([0-9]+)') as bigint)", "action_item"));
        execute("delete from notice where path ~ '^/occurrences/[0-9]+' and cast(substring(path from '^/occurrences/([0-9]+)') as bigint) in (select o.number from occurrence o where " + doomed("o.id", "occurrence") + ")");
    }

    private static Set<String> tables() {
        return Panache.getSession().createNativeQuery("select distinct name from doomed", String.class).getResultStream().collect(Collectors.toSet());
    }

    /** Each before the ones that its rows need. */
    private static List<String> inOrder(Set<String> tables, List<ForeignKey> keys) {
        var order = new LinkedHashSet<String>();
        tables.stream().sorted().forEach(table -> visit(table, tables, keys, order));
        return new ArrayList<>(order);
    }

    private static void visit(String table, Set<String> tables, List<ForeignKey> keys, Set<String> order) {
        if (!order.contains(table)) {
            keys.stream().filter(key -> key.required() && key.parent().equals(table) && !key.table().equals(table) && tables.contains(key.table())).forEach(key -> visit(key.table(), tables, keys, order));
            order.add(table);
        }
    }

    private static String doomed(String column, String table) {
        return column + " in (select d.id from doomed d where d.name = '" + table + "')";
    }

    private static int execute(String sql) {
        return Panache.getEntityManager().createNativeQuery(sql).executeUpdate();
    }
}
