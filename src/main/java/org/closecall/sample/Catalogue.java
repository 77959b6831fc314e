package org.closecall.sample;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sample's people, teams, services, paths and tags: what people's own records use by now stays with them. */
final class Catalogue {

    /** In an order in which what is named goes after what names it. */
    private static final List<String> TABLES = List.of("critical_path", "service", "team", "tag", "person");

    /** A published version names the owners of its actions, as they were, and no key says so. */
    private static final String OWNERS = "select cast(a ->> 'owner' as bigint) from publication p, jsonb_array_elements(p.content -> 'actions') a where a ->> 'owner' is not null";

    private Catalogue() {
    }

    /** Removes those that nothing names any more; returns the names of the others, which are nobody's sample from now on. */
    static List<String> remove(List<ForeignKey> keys) {
        // what was done to the accounts of invented people is as invented as they are
        Stream.of("person_id", "about_id").forEach(column -> execute("delete from audit_entry where " + column + " in (select r.subject_id from sample_row r where r.subject = 'person')"));
        TABLES.forEach(table -> {
            keys.stream().filter(key -> key.parent().equals(table) && key.part()).forEach(key -> execute("delete from " + key.table() + " x where " + unused("x." + key.column(), table, keys)));
            execute("delete from change x where x.subject = '" + subject(table) + "' and " + unused("x.subject_id", table, keys));
            execute("delete from " + table + " x where " + unused("x.id", table, keys));
        });
        execute("update person set deactivated_at = now() where sample and deactivated_at is null");
        return TABLES.stream().flatMap(table -> left(table).stream()).toList();
    }

    /** That nothing else names the row of this id. */
    private static String unused(String id, String table, List<ForeignKey> keys) {
        return id + " in (select r.subject_id from sample_row r where r.subject = '" + subject(table) + "')" + keys.stream().filter(key -> key.parent().equals(table) && !key.part())
                .map(key -> " and not exists (select 1 from " + key.table() + " u where u." + key.column() + " = " + id + ")").collect(Collectors.joining())
                + (table.equals("person") ? " and " + id + " not in (" + OWNERS + ")" : "");
    }

    /** Takes the tags that were made for a loading that failed, unless somebody uses them by now. */
    static void dropTags() {
        if (!SampleLoad.here()) {
            execute("delete from tag x where " + unused("x.id", "tag", ForeignKey.all()));
            execute("delete from sample_row where subject = 'tag'");
        }
    }

    private static List<String> left(String table) {
        return Panache.getSession().createNativeQuery("select t.name from " + table + " t join sample_row r on r.subject = '" + subject(table) + "' and r.subject_id = t.id order by 1", String.class).getResultList();
    }

    private static String subject(String table) {
        return table.replace('_', ' ');
    }

    private static void execute(String sql) {
        Panache.getEntityManager().createNativeQuery(sql).executeUpdate();
    }
}
