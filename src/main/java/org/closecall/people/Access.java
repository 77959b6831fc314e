package org.closecall.people;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.closecall.web.Errors;

/** What a person may do here, while an administrator changes it. Somebody always has to look after Closecall. */
record Access(Person person, List<Long> administrators) {

    /** Locks the active administrators in one order, so that two who step down at once do not leave nobody. */
    @SuppressWarnings("unchecked")
    static Access of(long id) {
        var person = Person.found(id);
        List<Long> administrators = Person.getEntityManager()
                .createNativeQuery("select id from person where role = 'ADMINISTRATOR' and deactivated_at is null and not sample order by id for update", Long.class)
                .getResultList();
        Person.getEntityManager().refresh(person, LockModeType.PESSIMISTIC_WRITE);
        return new Access(person, administrators);
    }

    Errors refuseRole(String asked) {
        var errors = Errors.none();
        if (asked == null || !asked.matches(Role.NAMES)) {
            errors.add("role", Role.CHOOSE);
        } else if (person.sample && !asked.equals(person.role.name())) {
            errors.add("role", "This person is invented, for the sample organisation, and stays a member");
        } else if (lastAdministrator() && !asked.equals(Role.ADMINISTRATOR.name())) {
            errors.add("role", "Somebody has to look after Closecall: make another person administrator first");
        }
        return errors;
    }

    Errors refuseLeaving(Person by) {
        var errors = Errors.none();
        if (person == by) {
            errors.add("account", "You cannot deactivate yourself; another administrator can");
        } else if (lastAdministrator()) {
            errors.add("account", "This is the last administrator: make another person administrator first");
        }
        return errors;
    }

    /** Ends the person's sessions. False when the role is the same. */
    boolean become(Role role, Person by, Instant now) {
        if (person.role == role) {
            return false;
        }
        var before = person.snapshot();
        person.role = role;
        person.sessionStamp++;
        Change.record(person.subject(), "changed the role", before, person.snapshot(), by, now);
        AuditEntry.record(Deed.ROLE_CHANGED, by, person, "from " + before.get("Role").toLowerCase(Locale.ROOT) + " to " + role.label.toLowerCase(Locale.ROOT), now);
        if (person != by) {
            Told.tell(person, by.name + " made you " + role.inText(), now);
        }
        return true;
    }

    /** Ends the person's sessions. */
    void deactivate(Person by, Instant now) {
        if (person.active()) {
            person.deactivatedAt = now;
            person.sessionStamp++;
            Change.record(person.subject(), "deactivated", Map.of(), Map.of(), by, now);
            AuditEntry.record(Deed.DEACTIVATED, by, person, null, now);
        }
    }

    void reactivate(Person by, Instant now) {
        if (!person.active()) {
            person.deactivatedAt = null;
            Change.record(person.subject(), "reactivated", Map.of(), Map.of(), by, now);
            AuditEntry.record(Deed.REACTIVATED, by, person, null, now);
        }
    }

    private boolean lastAdministrator() {
        return administrators.equals(List.of(person.id));
    }
}
