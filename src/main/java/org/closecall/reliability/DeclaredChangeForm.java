package org.closecall.reliability;

import io.quarkus.qute.TemplateData;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.closecall.catalog.CriticalPath;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** scope: empty for everything, or "service-", "team-" or "path-" and its id. */
@TemplateData
public record DeclaredChangeForm(
        @RestForm @NotBlank(message = "What will change?") @Size(max = 120, message = "At most 120 characters") String what,
        @RestForm String happensOn,
        @RestForm String scope,
        @RestForm String aim,
        @RestForm @NotBlank(message = "What do you expect of it?") @Size(max = 1000, message = "At most 1,000 characters") String expected,
        @RestForm String days,
        @RestForm String restarts,
        @RestForm String key) {

    private static final String SERVICE = "service-";
    private static final String TEAM = "team-";
    private static final String PATH = "path-";
    private static final int YEARS = 5;

    static DeclaredChangeForm blank() {
        return new DeclaredChangeForm("", "", "", Expectation.FEWER_INCIDENTS.name(), "", "90", "", FormKey.fresh());
    }

    /** The same once more, to make a second one. */
    DeclaredChangeForm again() {
        return new DeclaredChangeForm(what, happensOn, scope, aim, expected, days, restarts, FormKey.fresh());
    }

    static List<Option> aims() {
        return Stream.of(Expectation.values()).map(one -> new Option(one.name(), one.label)).toList();
    }

    static List<Option> lengths() {
        return Stream.of(30, 60, 90, 180, 365).map(days -> Option.of(days, days + " days before and after")).toList();
    }

    static List<Option> scopes() {
        return Stream.of(Team.inUse().stream().map(team -> new Option(TEAM + team.id, "Services of " + team.name)),
                CriticalPath.inUse().stream().map(path -> new Option(PATH + path.id, "Services on " + path.name)),
                Service.inUse().stream().map(service -> new Option(SERVICE + service.id, service.name))).flatMap(all -> all).toList();
    }

    Errors errors(Validator validator, LocalDate today) {
        var errors = Errors.of(validator.validate(this));
        var day = Typed.date(happensOn);
        if (day == null) {
            errors.add("happensOn", "From which day on?");
        } else if (day.isBefore(today.minusYears(YEARS)) || day.isAfter(today.plusYears(YEARS))) {
            errors.add("happensOn", "Within five years, please");
        }
        if (Typed.given(scope) && service() == null && team() == null && path() == null) {
            errors.add("scope", "This is not there. Choose one of the list");
        }
        if (Typed.choice(Expectation.class, aim) == null) {
            errors.add("aim", "By which figure will it be judged?");
        }
        if (lengths().stream().noneMatch(length -> length.value().equals(days))) {
            errors.add("days", "Choose one of the list");
        }
        return errors;
    }

    DeclaredChange change() {
        var change = new DeclaredChange();
        change.what = Typed.line(what);
        change.expected = Typed.orNull(expected);
        change.aim = Typed.choice(Expectation.class, aim);
        change.happensOn = Typed.date(happensOn);
        change.days = Integer.parseInt(days);
        change.restartsLimits = "true".equals(restarts);
        change.service = service();
        change.team = team();
        change.path = path();
        return change;
    }

    private Service service() {
        return chosen(SERVICE, id -> Service.findById(id));
    }

    private Team team() {
        return chosen(TEAM, id -> Team.findById(id));
    }

    private CriticalPath path() {
        return chosen(PATH, id -> CriticalPath.findById(id));
    }

    private <T> T chosen(String prefix, Function<Long, T> finder) {
        return scope != null && scope.startsWith(prefix) ? Typed.found(scope.substring(prefix.length()), finder) : null;
    }
}
