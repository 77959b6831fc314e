package org.closecall.sample;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.Collection;

/** Which rows belong to the sample, under the names that histories use. */
final class SampleRow {

    private SampleRow() {
    }

    static void mark(String subject, Collection<Long> ids) {
        Panache.getEntityManager().createNativeQuery("insert into sample_row (subject, subject_id) select :subject, unnest(cast(:ids as bigint[])) on conflict do nothing")
                .setParameter("subject", subject).setParameter("ids", ids.toArray(Long[]::new)).executeUpdate();
    }
}
