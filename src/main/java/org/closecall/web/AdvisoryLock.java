package org.closecall.web;

import io.quarkus.hibernate.orm.panache.Panache;

/** A lock by two numbers, held by a connection or a transaction of whatever instance: it ends with the process that took it. */
public final class AdvisoryLock {

    private AdvisoryLock() {
    }

    /** key as it stands in the statement that takes it: two numbers and a comma. */
    public static boolean held(String key) {
        return (Boolean) Panache.getEntityManager().createNativeQuery("""
                select exists(select from pg_locks where locktype = 'advisory' and (classid, objid) = (%s) and granted
                and database = (select oid from pg_database where datname = current_database()))""".formatted(key), Boolean.class).getSingleResult();
    }
}
