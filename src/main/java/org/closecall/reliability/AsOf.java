package org.closecall.reliability;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;

/**
 * The state of the database that somebody came to. As long as its text is the same, exactly the same transactions are
 * visible, so what was read then is what would be read now; any commit, of whatever instance, changes it.
 *
 * @param state null within a transaction: its own writes do not show in it
 */
record AsOf(String state) {

    /** A server that was restored or replaced counts its transactions anew, but does not start at the same moment again. */
    private static final String STATE = "select pg_current_snapshot()::text || ' ' || pg_postmaster_start_time()";

    static AsOf now() {
        if (QuarkusTransaction.isActive()) {
            return new AsOf(null);
        }
        var state = new String[1];
        Rows.read(STATE, List.of(), row -> state[0] = row.getString(1));
        return new AsOf(state[0]);
    }
}
