package org.closecall.chore;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;

/** How a chore is doing, whichever instance does it. */
@TemplateData
public record JobState(String name, Instant next, Instant succeeded, Instant failed, int failures, boolean running) {

    public static List<JobState> all() {
        return Panache.getEntityManager().createNativeQuery("select task_name, execution_time, last_success, last_failure, coalesce(consecutive_failures, 0), picked from scheduled_tasks order by task_name", JobState.class).getResultList();
    }
}
