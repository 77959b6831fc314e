package org.closecall.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.closecall.people.Person;

/** When one wants mail, where one lives. There is a row only for who wants it otherwise than usual. */
@Entity
public class WorkingHours extends PanacheEntityBase {

    private static final int MONDAY_TO_FRIDAY = 0b11111;

    @Id
    public Long personId;
    public int days = MONDAY_TO_FRIDAY;
    public int fromHour = 9;
    public int toHour = 17;

    static WorkingHours of(Person person) {
        return Objects.requireNonNullElseGet(findById(person.id), () -> {
            var usual = new WorkingHours();
            usual.personId = person.id;
            return usual;
        });
    }

    void save(Collection<DayOfWeek> on, int from, int to) {
        days = on.stream().mapToInt(WorkingHours::bit).sum();
        fromHour = from;
        toHour = to;
        if (!isPersistent()) {
            persist();
        }
    }

    boolean cover(ZonedDateTime local) {
        return (days & bit(local.getDayOfWeek())) != 0 && local.getHour() >= fromHour && local.getHour() < toHour;
    }

    List<DayOfWeek> on() {
        return Arrays.stream(DayOfWeek.values()).filter(day -> (days & bit(day)) != 0).toList();
    }

    private static int bit(DayOfWeek day) {
        return 1 << day.ordinal();
    }
}
