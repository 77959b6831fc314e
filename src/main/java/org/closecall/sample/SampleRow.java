package org.closecall.sample;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.Collection;
import java.util.List;

/** Which rows belong to the sample, under the names that histories use. */
final class SampleRow {

    private SampleRow() {
    }

    static List<Long> of(String subject) {
        return Panache.getSession().createNativeQuery("select subject_id from sample_row where subject = :subject", Long.class).setParameter("subject", subject).getResultList();
    }

    static void mark(String subject, Collection<Long> ids) {
        Panache.getEntityManager().createNativeQuery("insert into sample_row (subject, subject_id) select :subject, unnest(cast(:ids as bigint[])) on conflict do nothing")
                .setParameter("subject", subject).setParameter("ids", ids.toArray(Long[]::new)).executeUpdate();
    }
}
