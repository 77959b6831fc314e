package org.closecall.notice;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.List;
import org.hibernate.query.NativeQuery;

/** What was told once and is no longer so: it is not mailed any more, nor does it stand in the inbox as new. */
final class Overtaken {

    private static final String SETTLE = "update notice n set settled_at = :now where n.read_at is null and n.settled_at is null ";
    /** Answered, withdrawn, or gone with its action. */
    private static final String ANSWERED = SETTLE + """
            and n.kind = 'ACCEPTANCE_ASKED' and n.key like 'asked:risk:%' and not exists (
              select 1 from risk_acceptance r join action_item a on a.id = r.action_id left join occurrence o on o.id = a.occurrence_id
              where r.id = cast(split_part(n.key, ':', 3) as bigint) and r.decision is null and a.deleted_at is null and o.deleted_at is null)""";
    /** Settled, given to somebody else, or removed. */
    private static final String GIVEN_ON = SETTLE + """
            and n.kind = 'ASSIGNED' and n.key like 'given:action:%' and not exists (
              select 1 from action_item a left join occurrence o on o.id = a.occurrence_id
              where a.id = cast(split_part(n.key, ':', 3) as bigint) and a.owner_id = n.person_id and a.state in ('OPEN', 'IN_PROGRESS')
                and a.deleted_at is null and o.deleted_at is null)""";

    private Overtaken() {
    }

    static void settle(Instant now) {
        List.of(ANSWERED, GIVEN_ON).forEach(sql -> Panache.getEntityManager().createNativeQuery(sql).unwrap(NativeQuery.class)
                .addSynchronizedEntityClass(Notice.class).setParameter("now", now).executeUpdate());
    }
}
