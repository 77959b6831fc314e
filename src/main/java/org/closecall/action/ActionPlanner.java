package org.closecall.action;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.exchange.CsvFile;
import org.closecall.exchange.CsvMapping;
import org.closecall.exchange.CsvPlan;
import org.closecall.exchange.Outcome;
import org.closecall.exchange.PlannedLine;
import org.closecall.people.Change;
import org.closecall.web.Errors;
import org.closecall.web.Typed;

/** Finds out what each line of a file would do. What it needs to know is read in a few statements, however many lines there are. */
final class ActionPlanner {

    private final CsvMapping mapping;
    private final ActionLookup lookup;
    private final Validator validator;
    private final LocalDate today;
    /** Lines that make or change something, by what they are about: no two may be about the same. */
    private final Map<String, Long> seen = new HashMap<>();

    private ActionPlanner(CsvMapping mapping, ActionLookup lookup, Validator validator, LocalDate today) {
        this.mapping = mapping;
        this.lookup = lookup;
        this.validator = validator;
        this.today = today;
    }

    static CsvPlan plan(CsvFile file, CsvMapping mapping, Validator validator, LocalDate today) {
        var planner = new ActionPlanner(mapping, ActionLookup.of(file, mapping, today), validator, today);
        var lines = new ArrayList<PlannedLine>();
        file.lines().forEach(line -> lines.add(planner.plan(line)));
        return new CsvPlan(lines);
    }

    private PlannedLine plan(CsvFile.Line line) {
        var id = mapping.value(CsvColumn.ID, line);
        var action = lookup.action(id);
        var title = Typed.shortened(Typed.line(mapping.has(CsvColumn.TITLE) ? mapping.value(CsvColumn.TITLE, line) : action == null ? "" : action.title), ActionForm.LONGEST_TITLE);
        if (!id.isEmpty() && action == null) {
            return PlannedLine.nothing(line.number(), title, Outcome.REFUSED, "There is no action " + Typed.shortened(id, 40), null);
        }
        if (action != null && !action.listed()) {
            return PlannedLine.nothing(line.number(), title, Outcome.SKIPPED, "Removed here by people, and stays removed", action.id);
        }
        var twin = twin(line, action, title);
        return twin != null ? twin : action == null ? made(line, title) : edited(line, action, title);
    }

    /** A line about what another one is about already, in the file or here. */
    private PlannedLine twin(CsvFile.Line line, ActionItem action, String title) {
        var what = action != null ? "#" + action.id : ActionLookup.key(title, number(line));
        var before = title.isEmpty() && action == null ? null : seen.putIfAbsent(what, line.number());
        if (before != null) {
            return PlannedLine.nothing(line.number(), title, Outcome.SKIPPED, "The same action stands in line " + before, action == null ? null : action.id);
        }
        var there = action != null ? null : mapping.has(CsvColumn.OCCURRENCE) ? lookup.titled(title, number(line)) : lookup.titled(title);
        return there == null ? null : PlannedLine.nothing(line.number(), title, Outcome.SKIPPED, "It is here already. To change it, say its number in the file", there);
    }

    private PlannedLine made(CsvFile.Line line, String title) {
        var form = filled(line, ActionForm.of(lookup.nothing()));
        var errors = problems(line, form, null);
        var number = mapping.value(CsvColumn.OCCURRENCE, line);
        if (!number.isEmpty() && !lookup.occurrence(number(line))) {
            errors.add("occurrence", "There is no occurrence " + Typed.shortened(number, 40));
        }
        return errors.any() ? refused(line, title, errors, null)
                : new PlannedLine(line.number(), title, Outcome.CREATED, null, Change.differences(Map.of(), form.applyTo(new ActionItem()).snapshot()), null, number(line), form);
    }

    private PlannedLine edited(CsvFile.Line line, ActionItem action, String title) {
        var form = filled(line, ActionForm.of(action));
        var errors = problems(line, form, action);
        var number = number(line);
        if (mapping.has(CsvColumn.OCCURRENCE) && (action.occurrence == null ? number != null : number == null || number != action.occurrence.number)) {
            errors.add("occurrence", "What it came from is not changed by a file");
        }
        if (errors.any()) {
            return refused(line, title, errors, action.id);
        }
        var changes = Change.differences(action.snapshot(), form.applyTo(new ActionItem()).snapshot());
        return changes.isEmpty() ? PlannedLine.nothing(line.number(), title, Outcome.UNCHANGED, null, action.id)
                : new PlannedLine(line.number(), title, Outcome.CHANGED, null, changes, action.id, null, form);
    }

    private Errors problems(CsvFile.Line line, ActionForm form, ActionItem action) {
        var errors = Errors.none();
        lookup.unknown(line, mapping, form, errors);
        Errors.of(validator.validate(form)).byField().forEach(errors::add);
        return form.check(errors, action == null ? null : action.dueOn, today, lookup.choices(action));
    }

    private static PlannedLine refused(CsvFile.Line line, String title, Errors errors, Long action) {
        var reason = errors.byField().entrySet().stream().map(error -> error.getKey() + ": " + error.getValue()).collect(Collectors.joining(". "));
        return PlannedLine.nothing(line.number(), title, Outcome.REFUSED, reason.replace("dueOn: ", "due: "), action);
    }

    /** The form of an action as it is, with what the line says. */
    private ActionForm filled(CsvFile.Line line, ActionForm was) {
        return new ActionForm("", was.version(), "", "", "", "", "", said(CsvColumn.TITLE, line, was.title()), said(CsvColumn.DESCRIPTION, line, was.description()),
                lookup.id(CsvColumn.OWNER, line, mapping, was.owner()), lookup.id(CsvColumn.TEAM, line, mapping, was.team()), lookup.id(CsvColumn.SERVICE, line, mapping, was.service()),
                said(CsvColumn.DUE, line, was.dueOn()), lookup.word(CsvColumn.PRIORITY, line, mapping, was.priority()), lookup.word(CsvColumn.AIM, line, mapping, was.aim()),
                lookup.id(CsvColumn.STRATEGY, line, mapping, was.strategy()), lookup.defence(line, mapping, was.defence()));
    }

    private String said(CsvColumn field, CsvFile.Line line, String was) {
        return mapping.has(field) ? mapping.value(field, line) : was;
    }

    private Long number(CsvFile.Line line) {
        return Typed.id(mapping.value(CsvColumn.OCCURRENCE, line).replaceFirst("^#", ""));
    }
}
