package org.closecall.action;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.List;
import org.closecall.occurrence.Severity;

/** Within how many days an action of one aim is usually done, by how bad its occurrence was or could have been. */
@Entity
@IdClass(ActionTerm.Cell.class)
public class ActionTerm extends PanacheEntityBase {

    /** Of what has no level yet, or no occurrence. */
    static final String NO_LEVEL = "NONE";

    @Id
    public String severity;
    @Id
    @Enumerated(EnumType.STRING)
    public Aim aim;
    public int days;

    public static class Cell implements Serializable {
        public String severity;
        public Aim aim;

        @Override
        public boolean equals(Object other) {
            return other instanceof Cell cell && cell.severity.equals(severity) && cell.aim == aim;
        }

        @Override
        public int hashCode() {
            return severity.hashCode() * 31 + aim.ordinal();
        }
    }

    static String level(Severity severity) {
        return severity == null ? NO_LEVEL : severity.name();
    }

    static List<ActionTerm> all() {
        return list("order by severity, aim");
    }
}
