package org.closecall.exchange;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Many rows in one round trip; entities whose ids the database gives cost one each. */
final class Rows {

    private Rows() {
    }

    static void insert(String sql, List<Object[]> rows) {
        Panache.getSession().doWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (var row : rows) {
                    for (var i = 0; i < row.length; i++) {
                        statement.setObject(i + 1, row[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : row[i]);
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }
}
