package org.closecall;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import org.hibernate.SessionFactory;

/** Counts the SQL statements the application prepares while something runs. */
public final class Statements {

    private Statements() {
    }

    /** From nothing: whatever the application keeps until somebody writes, somebody has just written all of it. */
    public static long during(Runnable something) {
        QuarkusTransaction.requiringNew().run(() -> Arc.container().instance(EntityManager.class).get().createNativeQuery("insert into touch (part) values ('ALL')").executeUpdate());
        return now(something);
    }

    /** With what the application has kept so far. */
    public static long now(Runnable something) {
        var statistics = Arc.container().instance(SessionFactory.class).get().getStatistics();
        statistics.setStatisticsEnabled(true);
        var before = statistics.getPrepareStatementCount();
        something.run();
        return statistics.getPrepareStatementCount() - before;
    }
}
