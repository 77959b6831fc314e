package org.closecall.chore;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Where a clock was set back, what is to be done next would wait until the old time comes again: it is done now instead. */
final class OverdueJobs {

    private static final Logger LOG = Logger.getLogger(OverdueJobs.class);
    /** Clocks of two instances may differ that much. */
    private static final Duration SLACK = Duration.ofMinutes(5);
    private static final String TOO_FAR_OFF = "update scheduled_tasks set execution_time = ?, version = version + 1 where task_name = ? and not picked and execution_time > ?";
    private static final String ALIVE_LATER = "update scheduled_tasks set last_heartbeat = ? where picked and last_heartbeat > ?";

    private final DataSource database;
    private final Clock clock;
    private final List<Chore> chores;

    OverdueJobs(DataSource database, Clock clock, List<Chore> chores) {
        this.database = database;
        this.clock = clock;
        this.chores = chores;
    }

    void bringForward() {
        try (var connection = database.getConnection(); var far = connection.prepareStatement(TOO_FAR_OFF); var alive = connection.prepareStatement(ALIVE_LATER)) {
            var now = clock.instant();
            for (var chore : chores) {
                far.setTimestamp(1, Timestamp.from(now));
                far.setString(2, chore.name());
                far.setTimestamp(3, Timestamp.from(now.plus(chore.every()).plus(SLACK)));
                far.executeUpdate();
            }
            alive.setTimestamp(1, Timestamp.from(now));
            alive.setTimestamp(2, Timestamp.from(now.plus(SLACK)));
            alive.executeUpdate();
        } catch (SQLException failure) {
            LOG.warnf("Cannot look at the jobs: %s", failure.getMessage());
        }
    }
}
