package org.closecall;

import io.quarkus.arc.Arc;
import org.hibernate.SessionFactory;

/** Counts the SQL statements the application prepares while something runs. */
public final class Statements {

    private Statements() {
    }

    public static long during(Runnable something) {
        var statistics = Arc.container().instance(SessionFactory.class).get().getStatistics();
        statistics.setStatisticsEnabled(true);
        var before = statistics.getPrepareStatementCount();
        something.run();
        return statistics.getPrepareStatementCount() - before;
    }
}
