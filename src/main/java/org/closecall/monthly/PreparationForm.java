package org.closecall.monthly;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.closecall.catalog.Team;
import org.closecall.web.Errors;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** Which review is to be prepared, as chosen. */
@TemplateData
public record PreparationForm(@RestForm String period, @RestForm String team) {

    private static final int MONTHS = 24;

    public PreparationForm {
        period = period == null ? "" : period;
        team = team == null ? "" : team;
    }

    /** The month that has just gone by. */
    static PreparationForm blank(LocalDate today) {
        return new PreparationForm(ReviewPeriod.month(YearMonth.from(today).minusMonths(1)).name(), "");
    }

    Errors check(LocalDate today, ZoneId zone) {
        var errors = Errors.none();
        if (time() == null) {
            errors.add("period", "Choose a month or a quarter");
        } else if (!time().begun(today)) {
            errors.add("period", time().label() + " has not begun");
        } else if (!time().recorded(zone)) {
            errors.add("period", time().label() + " lies before the first record");
        }
        if (Typed.given(team) && of() == null) {
            errors.add("team", "Choose a team from the list");
        }
        return errors;
    }

    /** Null for what cannot be read. */
    ReviewPeriod time() {
        return ReviewPeriod.read(period);
    }

    /** Null for the organisation. */
    Team of() {
        return Typed.found(team, id -> Team.findById(id));
    }

    /** The months of two years, each quarter after its last month. */
    static List<Option> periods(LocalDate today) {
        var options = new ArrayList<Option>();
        for (var back = 0; back < MONTHS; back++) {
            var month = YearMonth.from(today).minusMonths(back);
            var quarter = ReviewPeriod.quarterOf(month);
            if (back == 0 || quarter.last().equals(month)) {
                options.add(Option.of(quarter.name(), quarter.label()));
            }
            options.add(Option.of(month, ReviewPeriod.month(month).label()));
        }
        return options;
    }

    static List<Option> teams() {
        return Team.inUse().stream().map(one -> Option.of(one.id, one.name)).toList();
    }
}
