package org.closecall.facilitation;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Typed;

/** The questions of all subjects, by the subject's name, and was. before each as the form was opened. */
@TemplateData
public record QuestionsForm(Map<String, String> typed) {

    private static final String WAS = "was.";
    private static final int LONGEST = 10_000;

    static QuestionsForm of(MultivaluedMap<String, String> form) {
        var typed = new HashMap<String, String>();
        form.forEach((name, values) -> typed.put(name, Objects.requireNonNullElse(Typed.orNull(values.get(0).replace("\0", "")), "")));
        return new QuestionsForm(typed);
    }

    static QuestionsForm of(List<QuestionGroup> groups) {
        var typed = new HashMap<String, String>();
        for (var group : groups) {
            typed.put(group.subject.name(), group.questions);
            typed.put(WAS + group.subject.name(), group.questions);
        }
        return new QuestionsForm(typed);
    }

    public String value(Subject subject) {
        return typed.getOrDefault(subject.name(), "");
    }

    public String was(Subject subject) {
        return typed.getOrDefault(WAS + subject.name(), "");
    }

    Errors check() {
        var errors = Errors.none();
        for (var subject : Subject.values()) {
            if (value(subject).length() > LONGEST) {
                errors.add(subject.name(), subject.label + ": at most 10,000 characters");
            }
        }
        return errors;
    }

    /** As histories and conflicts read. */
    Map<String, String> snapshot() {
        return read("");
    }

    Map<String, String> opened() {
        return read(WAS);
    }

    QuestionsForm merged(QuestionsForm saved, Conflict conflict) {
        var merged = new HashMap<String, String>();
        for (var subject : Subject.values()) {
            merged.put(subject.name(), conflict.merged(subject.label, value(subject), saved.value(subject)));
            merged.put(WAS + subject.name(), saved.value(subject));
        }
        return new QuestionsForm(merged);
    }

    void applyTo(List<QuestionGroup> groups) {
        groups.forEach(group -> group.questions = value(group.subject));
    }

    private Map<String, String> read(String prefix) {
        var fields = new LinkedHashMap<String, String>();
        for (var subject : Subject.values()) {
            fields.put(subject.label, typed.getOrDefault(prefix + subject.name(), ""));
        }
        return fields;
    }
}
