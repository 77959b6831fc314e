package org.closecall.api;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.closecall.people.Person;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Formats;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** A token as asked for: days says how long it is good, unless it says until a date. role is for a service's. */
@TemplateData
public record TokenForm(@RestForm String key, @RestForm String name, @RestForm List<String> scopes, @RestForm String days, @RestForm String until, @RestForm String role) {

    static final String DATE = "DATE";
    private static final int LONGEST_NAME = 80;
    private static final int MOST_YEARS = 2;
    private static final List<String> DAYS = List.of("30", "90", "365");

    public TokenForm {
        name = name == null ? "" : Typed.line(name);
        scopes = Objects.requireNonNullElse(scopes, List.of());
        days = Objects.requireNonNullElse(days, "");
        until = Objects.requireNonNullElse(until, "");
        role = Objects.requireNonNullElse(role, "");
    }

    static TokenForm blank() {
        return new TokenForm(FormKey.fresh(), "", List.of(Scope.ACTIONS_READ.key), "90", "", Role.VIEWER.name());
    }

    /** granted: what the holder's role is, or null when the form says it. */
    Errors check(Role granted, Viewer viewer) {
        var errors = Errors.none();
        if (!Typed.given(name)) {
            errors.add("name", "Name it after the program that will use it");
        } else if (name.length() > LONGEST_NAME) {
            errors.add("name", "At most " + LONGEST_NAME + " characters");
        }
        var holder = granted == null ? serviceRole() : granted;
        if (holder == null) {
            errors.add("role", "Choose one of the roles");
        } else if (Scope.of(scopes).isEmpty()) {
            errors.add("scopes", "Choose what it may be used for");
        } else if (!Scope.allowed(holder).containsAll(Scope.of(scopes))) {
            errors.add("scopes", "A viewer only reads: take the writing away or choose the member role");
        }
        checkEnd(errors, viewer);
        return errors;
    }

    private void checkEnd(Errors errors, Viewer viewer) {
        var last = last(viewer.today());
        if (!DAYS.contains(days) && !DATE.equals(days)) {
            errors.add("days", "Choose how long it is good");
        } else if (last == null) {
            errors.add("until", "Write it as a date, such as " + viewer.today().plusDays(90));
        } else if (!last.isAfter(viewer.today())) {
            errors.add("until", "This day has passed or is today: today is " + Formats.day(viewer.today()));
        } else if (last.isAfter(viewer.today().plusYears(MOST_YEARS))) {
            errors.add("until", "At most two years: a token that is forgotten must end by itself");
        }
    }

    /** holder is null for a service's. */
    ApiToken token(Person holder, Viewer viewer) {
        var token = new ApiToken();
        token.name = name;
        token.person = holder;
        token.role = holder == null ? serviceRole() : null;
        token.scopes = Scope.text(Scope.of(scopes));
        token.expiresAt = end(viewer);
        return token;
    }

    public List<Option> ends() {
        return List.of(new Option("30", "30 days"), new Option("90", "90 days"), new Option("365", "A year"), new Option(DATE, "Until a date"));
    }

    public boolean chosen(Scope scope) {
        return scopes.contains(scope.key);
    }

    /** At the end of its last day. */
    private Instant end(Viewer viewer) {
        return last(viewer.today()).plusDays(1).atStartOfDay(viewer.zone()).toInstant();
    }

    private LocalDate last(LocalDate today) {
        return DAYS.contains(days) ? today.plusDays(Integer.parseInt(days)) : Typed.date(until);
    }

    private Role serviceRole() {
        var asked = Typed.choice(Role.class, role);
        return asked == Role.ADMINISTRATOR ? null : asked;
    }
}
