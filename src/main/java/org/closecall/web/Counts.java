package org.closecall.web;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The three numbers beside the navigation, in one statement. */
@RequestScoped
@Named("counts")
public class Counts {

    private static final String SQL = """
            select
              (select count(*) from occurrence where deleted_at is null and kind <> 'NEAR_MISS' and resolved_state = 'NOT_YET'),
              (select count(*) from action_item a where a.deleted_at is null
                and (a.occurrence_id is null or a.occurrence_id not in (select r.id from occurrence r where r.deleted_at is not null)) and a.state in ('OPEN', 'IN_PROGRESS') and a.due_on < :today),
              (select count(*) from notice where person_id = :me and inbox and read_at is null and settled_at is null)
            """;

    @Inject
    Viewer viewer;

    private Object[] row;

    public String openLabel() {
        return label(0, "open");
    }

    public String lateLabel() {
        return label(1, "late");
    }

    public String unreadLabel() {
        return label(2, "new");
    }

    private String label(int column, String word) {
        if (row == null) {
            row = (Object[]) Panache.getEntityManager().createNativeQuery(SQL).setParameter("today", viewer.today()).setParameter("me", viewer.person().id).getSingleResult();
        }
        var count = ((Number) row[column]).longValue();
        return count == 0 ? null : count + " " + word;
    }
}
