package org.closecall.sample;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;

/**
 * A column that names a row of another table, as the database knows it: what is added to the schema later is removed like the rest.
 *
 * @param required it cannot be without
 * @param numbered rows of the table have an id
 */
record ForeignKey(String table, String column, String parent, boolean required, boolean numbered) {

    private static final String ALL = """
            select cast(cast(c.conrelid as regclass) as text), cast(a.attname as text), cast(cast(c.confrelid as regclass) as text), a.attnotnull,
              exists (select 1 from pg_attribute i where i.attrelid = c.conrelid and i.attname = 'id' and not i.attisdropped)
            from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            where c.contype = 'f' and cardinality(c.conkey) = 1 and c.connamespace = cast(current_schema() as regnamespace)
            order by 1, 2""";

    static List<ForeignKey> all() {
        return Panache.getSession().createNativeQuery(ALL, ForeignKey.class).getResultList();
    }

    /** Rows that say what belongs to the row they name, and nothing else. */
    boolean part() {
        return List.of("critical_path_service.critical_path_id", "team_member.team_id").contains(table + "." + column);
    }
}
