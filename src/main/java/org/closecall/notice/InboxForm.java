package org.closecall.notice;

import io.quarkus.qute.TemplateData;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.closecall.people.Person;
import org.closecall.web.Errors;
import org.closecall.web.Option;
import org.jboss.resteasy.reactive.RestForm;

/** What one wants to be told, where and when. */
@TemplateData
public record InboxForm(@RestForm List<String> inbox, @RestForm List<String> mail, @RestForm List<String> day, @RestForm String from, @RestForm String to) {

    private static final int HOURS = 24;

    public InboxForm {
        inbox = Objects.requireNonNullElse(inbox, List.of());
        mail = Objects.requireNonNullElse(mail, List.of());
        day = Objects.requireNonNullElse(day, List.of());
        from = Objects.requireNonNullElse(from, "");
        to = Objects.requireNonNullElse(to, "");
    }

    static InboxForm of(Person person) {
        var wishes = Wishes.of(person);
        var hours = WorkingHours.of(person);
        return new InboxForm(wishes.inbox().stream().map(Enum::name).toList(), wishes.mail().stream().map(Enum::name).toList(),
                hours.on().stream().map(Enum::name).toList(), String.valueOf(hours.fromHour), String.valueOf(hours.toHour));
    }

    Errors check() {
        var errors = Errors.none();
        if (days().isEmpty()) {
            errors.add("day", "Choose one day at least: on no other does mail come");
        }
        if (hour(from) < 0 || hour(from) == HOURS) {
            errors.add("from", "Choose when it may begin");
        }
        if (hour(to) < 1) {
            errors.add("to", "Choose when it ends");
        } else if (hour(from) >= hour(to)) {
            errors.add("to", "It must end after it begins");
        }
        return errors;
    }

    void applyTo(Person person) {
        Wishes.chosen(inbox, mail).save(person);
        WorkingHours.of(person).save(days(), hour(from), hour(to));
    }

    public static List<Option> weekdays() {
        return Arrays.stream(DayOfWeek.values()).map(one -> Option.of(one, one.getDisplayName(TextStyle.FULL, Locale.ENGLISH))).toList();
    }

    public static List<Option> hours(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(hour -> Option.of(hour, "%02d:00".formatted(hour))).toList();
    }

    public boolean inInbox(NoticeKind kind) {
        return !kind.inboxOptional() || inbox.contains(kind.name());
    }

    public boolean inMail(NoticeKind kind) {
        return !kind.mailOptional() || mail.contains(kind.name());
    }

    private List<DayOfWeek> days() {
        return Arrays.stream(DayOfWeek.values()).filter(one -> day.contains(one.name())).toList();
    }

    private static int hour(String typed) {
        return typed.matches("\\d{1,2}") && Integer.parseInt(typed) <= HOURS ? Integer.parseInt(typed) : -1;
    }
}
