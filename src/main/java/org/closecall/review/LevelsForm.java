package org.closecall.review;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.closecall.occurrence.Severity;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Typed;

/**
 * The texts of all levels and the review policy, by field name: SEV1.meaning, SEV1.RARE, SEV1.RARE.days, and was. before
 * each as the form was opened. What is not in the form stays as it is.
 */
@TemplateData
public record LevelsForm(Map<String, String> typed) {

    static final List<String> TEXTS = List.of("meaning", "examples", "response");
    private static final int LONGEST = 2_000;
    private static final String WAS = "was.";
    private static final String DAYS = ".days";

    static LevelsForm of(MultivaluedMap<String, String> form) {
        var typed = new HashMap<String, String>();
        form.forEach((name, values) -> typed.put(name, values.get(0).replace("\0", "").replace("\r\n", "\n").strip()));
        return new LevelsForm(typed);
    }

    static LevelsForm of(List<SeverityLevel> levels, ReviewPolicy policy) {
        var typed = new LinkedHashMap<String, String>();
        for (var level : levels) {
            typed.put(level.severity + ".meaning", level.meaning);
            typed.put(level.severity + ".examples", level.examples);
            typed.put(level.severity + ".response", level.response);
            for (var occasion : Occasion.values()) {
                var demand = policy.demand(level.severity, occasion);
                typed.put(cell(level.severity, occasion), demand.review().name());
                typed.put(cell(level.severity, occasion) + DAYS, demand.days());
            }
        }
        names().forEach(name -> typed.put(WAS + name, typed.get(name)));
        return new LevelsForm(typed);
    }

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    public String was(String name) {
        return typed.getOrDefault(WAS + name, "");
    }

    /** The field beside a cell that says by when. */
    public String daysOf(String cell) {
        return cell + DAYS;
    }

    Errors check() {
        var errors = Errors.none();
        for (var severity : Severity.values()) {
            for (var text : TEXTS) {
                var name = severity + "." + text;
                if (typed.containsKey(name) && value(name).isEmpty()) {
                    errors.add(name, severity + ": say something, or people will guess");
                } else if (value(name).length() > LONGEST) {
                    errors.add(name, severity + ": at most 2,000 characters");
                }
            }
            Arrays.stream(Occasion.values()).map(occasion -> cell(severity, occasion)).forEach(cell -> check(cell, errors));
        }
        return errors;
    }

    /** Days stand for nothing where no review is asked for. */
    private void check(String cell, Errors errors) {
        if (typed.containsKey(cell) && Typed.choice(Review.class, value(cell)) == null) {
            errors.add(cell, "Choose one of the three");
        }
        var days = value(cell + DAYS);
        if (!Review.NONE.name().equals(value(cell)) && !days.isEmpty() && !Demand.days(days)) {
            errors.add(cell + DAYS, cell.substring(0, cell.indexOf('.')) + ": a number of working days from 1 to 365");
        }
    }

    /** As histories and conflicts read: what is not in the form is what is saved. */
    Map<String, String> snapshot(LevelsForm saved) {
        return read(name -> typed.getOrDefault(name, saved.value(name)));
    }

    Map<String, String> opened(LevelsForm saved) {
        return read(name -> typed.getOrDefault(WAS + name, saved.value(name)));
    }

    LevelsForm merged(LevelsForm saved, Conflict conflict) {
        var merged = new HashMap<>(typed);
        for (var name : names()) {
            merged.put(WAS + name, saved.value(name));
            if (conflict.taken().contains(label(name)) || !typed.containsKey(name)) {
                merged.put(name, saved.value(name));
            }
        }
        return new LevelsForm(merged);
    }

    void applyTo(List<SeverityLevel> levels, LevelsForm saved) {
        for (var level : levels) {
            level.meaning = typed.getOrDefault(level.severity + ".meaning", level.meaning);
            level.examples = typed.getOrDefault(level.severity + ".examples", level.examples);
            level.response = typed.getOrDefault(level.severity + ".response", level.response);
            for (var occasion : Occasion.values()) {
                ReviewRule.decide(level.severity, occasion, demand(cell(level.severity, occasion), name -> typed.getOrDefault(name, saved.value(name))));
            }
        }
    }

    private static Map<String, String> read(UnaryOperator<String> values) {
        var snapshot = new LinkedHashMap<String, String>();
        names().forEach(name -> snapshot.put(label(name), name.endsWith(DAYS) ? demand(name.substring(0, name.length() - DAYS.length()), values).days() : values.apply(name)));
        return snapshot;
    }

    private static Demand demand(String cell, UnaryOperator<String> values) {
        return Demand.read(values.apply(cell), values.apply(cell + DAYS));
    }

    private static String cell(Severity severity, Occasion occasion) {
        return severity + "." + occasion;
    }

    private static String label(String name) {
        return name.replace(DAYS, ", working days").replace('.', ' ').replace("HAPPENED", "review").replace("RARE", "review, could rarely").replace("OCCASIONAL", "review, could occasionally").replace("FREQUENT", "review, could frequently");
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        for (var severity : Severity.values()) {
            TEXTS.forEach(text -> names.add(severity + "." + text));
            Arrays.stream(Occasion.values()).forEach(occasion -> names.addAll(List.of(cell(severity, occasion), cell(severity, occasion) + DAYS)));
        }
        return names;
    }
}
