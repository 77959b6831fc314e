package org.closecall.prevention;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.exchange.CsvFile;
import org.closecall.exchange.CsvMapping;
import org.closecall.exchange.CsvPlan;
import org.closecall.exchange.Outcome;
import org.closecall.exchange.PlannedLine;
import org.closecall.people.Change;
import org.closecall.web.Errors;
import org.closecall.web.Typed;

/** Finds out what each line of a file would do, in a few statements however many lines there are. */
final class PreventionPlanner {

    private static final int LONGEST_KEY = 255;

    private final PreventionKind kind;
    private final CsvMapping mapping;
    private final Known known;
    private final ZoneId zone;
    private final Instant now;
    private final Map<Long, PreventionRecord> byId;
    private final Map<String, PreventionRecord> byKey;
    /** What began at a moment that the file has, by what and when it was: a line without number and key may be about one of them. */
    private final Map<String, Long> twins = new HashMap<>();
    /** Lines that make or change something, by what they are about: no two may be about the same. */
    private final Map<Object, Long> seen = new HashMap<>();

    private PreventionPlanner(PreventionKind kind, CsvFile file, CsvMapping mapping, ZoneId zone, Instant now) {
        this.kind = kind;
        this.mapping = mapping;
        this.zone = zone;
        this.now = now;
        known = Known.of(values(file, PreventionField.OCCURRENCE));
        var ids = values(file, PreventionField.ID).stream().map(Typed::id).filter(Objects::nonNull).distinct().toList();
        byId = kind.load(ids).stream().collect(Collectors.toMap(record -> record.id, Function.identity()));
        var moments = values(file, kind == PreventionKind.DEPLOYMENT ? PreventionField.DEPLOYED : PreventionField.STARTED).stream().map(text -> When.read(text, null, zone)).filter(Objects::nonNull).distinct().toList();
        kind.query("r.deletedAt is null and r.at in ?1", moments).forEach(record -> twins.put(twin(record), record.id));
        byKey = kind.query("r.key in ?1", values(file, PreventionField.KEY)).stream().collect(Collectors.toMap(record -> record.key, Function.identity()));
    }

    static CsvPlan plan(PreventionKind kind, CsvFile file, CsvMapping mapping, ZoneId zone, Instant now) {
        var planner = new PreventionPlanner(kind, file, mapping, zone, now);
        return new CsvPlan(file.lines().stream().map(planner::plan).toList());
    }

    private List<String> values(CsvFile file, PreventionField field) {
        return file.lines().stream().map(line -> mapping.value(field, line)).filter(value -> !value.isEmpty()).distinct().toList();
    }

    private PlannedLine plan(CsvFile.Line line) {
        var id = mapping.value(PreventionField.ID, line);
        var key = mapping.value(PreventionField.KEY, line);
        var saved = id.isEmpty() ? byKey.get(key) : Typed.found(id, byId::get);
        if (!id.isEmpty() && saved == null) {
            return nothing(line, Outcome.REFUSED, "There is no " + kind.one + " " + Typed.shortened(id, 40), null);
        }
        if (saved != null && saved.removed()) {
            return nothing(line, Outcome.SKIPPED, "Removed here by people, and stays removed", saved.id);
        }
        var what = saved != null ? saved.id : key.isEmpty() ? null : key;
        var before = what == null ? null : seen.putIfAbsent(what, line.number());
        return before != null ? nothing(line, Outcome.SKIPPED, "The same one stands in line " + before, saved == null ? null : saved.id) : saved == null ? made(line, key) : edited(line, key, saved);
    }

    private PlannedLine made(CsvFile.Line line, String key) {
        var form = filled(line, PreventionForms.of(kind, zone));
        var errors = checked(form, key, null);
        if (errors.any()) {
            return nothing(line, Outcome.REFUSED, reason(errors), null);
        }
        var record = draft(form);
        record.key = Typed.orNull(key);
        var there = key.isEmpty() ? twins.get(twin(record)) : null;
        var before = key.isEmpty() ? seen.putIfAbsent(twin(record), line.number()) : null;
        if (there != null || before != null) {
            return nothing(line, Outcome.SKIPPED, there == null ? "The same one stands in line " + before : "It is here already. To change it, say its number in the file", there);
        }
        return new PlannedLine(line.number(), record.title(), Outcome.CREATED, null, Change.differences(Map.of(), record.snapshot()), null, null, new PreventionDraft(form, record.key));
    }

    private PlannedLine edited(CsvFile.Line line, String key, PreventionRecord saved) {
        var form = filled(line, PreventionForms.of(saved, zone));
        var errors = checked(form, key, saved);
        if (errors.any()) {
            return nothing(line, Outcome.REFUSED, reason(errors), saved.id);
        }
        var changes = Change.differences(saved.snapshot(), draft(form).snapshot());
        return changes.isEmpty() ? PlannedLine.nothing(line.number(), saved.title(), Outcome.UNCHANGED, null, saved.id)
                : new PlannedLine(line.number(), saved.title(), Outcome.CHANGED, null, changes, saved.id, null, new PreventionDraft(form, saved.key));
    }

    private static String twin(PreventionRecord record) {
        return record.at + " " + record.title().toLowerCase(Locale.ROOT);
    }

    private Errors checked(PreventionForm<?> form, String key, PreventionRecord saved) {
        var errors = form.check(known, zone, now);
        if (key.length() > LONGEST_KEY) {
            errors.add("key", "At most " + LONGEST_KEY + " characters");
        } else if (saved != null && !key.isEmpty() && !key.equals(saved.key)) {
            errors.add("key", "The key of one that is here is not changed by a file");
        }
        return errors;
    }

    private <E extends PreventionRecord> E draft(PreventionForm<E> form) {
        return form.fill(form.fresh(), known, zone);
    }

    /** The form as it is, with what the line says. */
    private PreventionForm<?> filled(CsvFile.Line line, PreventionForm<?> was) {
        return was.with((field, text) -> mapping.has(field) ? ((PreventionField) field).read(mapping.value(field, line), known) : text);
    }

    private PlannedLine nothing(CsvFile.Line line, Outcome outcome, String reason, Long id) {
        var first = kind == PreventionKind.EXPERIMENT ? PreventionField.MODE : kind == PreventionKind.DEPLOYMENT ? PreventionField.RELEASE : PreventionField.TYPE;
        return PlannedLine.nothing(line.number(), Typed.shortened(Typed.line(mapping.value(first, line)), 120), outcome, reason, id);
    }

    private static String reason(Errors errors) {
        return errors.byField().entrySet().stream().map(error -> PreventionForms.column(error.getKey()) + ": " + error.getValue()).collect(Collectors.joining(". "));
    }
}
