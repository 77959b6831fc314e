package org.closecall.exchange;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Query;
import java.time.Instant;

/** The bytes of a run's file, which are megabytes and never loaded with it. */
final class KeptFile {

    private KeptFile() {
    }

    static byte[] of(long run) {
        return (byte[]) Panache.getEntityManager().createNativeQuery("select content from import_run where id = :id", byte[].class)
                .setParameter("id", run).getSingleResult();
    }

    static void keep(long run, byte[] content) {
        sql("update import_run set content = :content where id = :id").setParameter("content", content).setParameter("id", run).executeUpdate();
    }

    static void move(long from, long to) {
        sql("update import_run set content = (select content from import_run where id = :from) where id = :to")
                .setParameter("from", from).setParameter("to", to).executeUpdate();
        drop(from);
    }

    static void drop(long run) {
        sql("update import_run set content = null where id = :id").setParameter("id", run).executeUpdate();
    }

    static void dropBefore(Instant then) {
        sql("update import_run set content = null where content is not null and created_at < :then").setParameter("then", then).executeUpdate();
    }

    private static Query sql(String statement) {
        return Panache.getEntityManager().createNativeQuery(statement);
    }
}
