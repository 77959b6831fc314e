package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.closecall.people.Person;
import org.closecall.web.Errors;
import org.closecall.web.Formats;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** What somebody says with a step, as typed; each step reads its own fields. seen is the last step the page showed, asked the question about a risk. */
@TemplateData
public record MoveForm(
        @RestForm String evidence,
        @RestForm String how,
        @RestForm String reason,
        @RestForm String waitsFor,
        @RestForm String riskReason,
        @RestForm String approver,
        @RestForm String until,
        @RestForm String dropReason,
        @RestForm String note,
        @RestForm String seen,
        @RestForm String asked) {

    private static final int LONGEST = 4_000;
    private static final int MOST_YEARS = 2;

    /** What a step does not ask for was not sent. */
    public MoveForm {
        evidence = Objects.requireNonNullElse(evidence, "");
        how = Objects.requireNonNullElse(how, "");
        reason = Objects.requireNonNullElse(reason, "");
        waitsFor = Objects.requireNonNullElse(waitsFor, "");
        riskReason = Objects.requireNonNullElse(riskReason, "");
        approver = Objects.requireNonNullElse(approver, "");
        until = Objects.requireNonNullElse(until, "");
        dropReason = Objects.requireNonNullElse(dropReason, "");
        note = Objects.requireNonNullElse(note, "");
        seen = Objects.requireNonNullElse(seen, "");
        asked = Objects.requireNonNullElse(asked, "");
    }

    static MoveForm blank(String evidence) {
        return new MoveForm(evidence, "", "", "", "", "", "", "", "", "", "");
    }

    Errors needs(String field, String value, String question) {
        var errors = Errors.none();
        if (!Typed.given(value)) {
            errors.add(field, question);
        } else if (value.length() > LONGEST) {
            errors.add(field, "At most 4,000 characters");
        }
        return errors;
    }

    Errors allows(String field, String value) {
        return needs(field, Typed.given(value) ? value : "-", "");
    }

    /** approvers: who may be asked. */
    Errors checkRisk(LocalDate today, List<Option> approvers) {
        var errors = needs("riskReason", riskReason, "Why can this be lived with?");
        if (approvers.stream().noneMatch(option -> option.value().equals(approver))) {
            errors.add("approver", "Who decides? Choose somebody other than the owner and yourself");
        }
        var day = Typed.date(until);
        if (day == null) {
            errors.add("until", "Until when? Write it as a date, such as " + today.plusMonths(3));
        } else if (!day.isAfter(today)) {
            errors.add("until", "Choose a day after today, " + Formats.day(today));
        } else if (day.isAfter(today.plusYears(MOST_YEARS))) {
            errors.add("until", "At most two years: what is accepted longer is worth deciding again");
        }
        return errors;
    }

    Person approving() {
        return Typed.found(approver, id -> Person.findById(id));
    }
}
