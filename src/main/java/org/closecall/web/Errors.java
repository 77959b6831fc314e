package org.closecall.web;

import io.quarkus.qute.TemplateData;
import jakarta.validation.ConstraintViolation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is wrong with a form, by field name in the order of the form. */
@TemplateData
public record Errors(Map<String, String> byField) {

    public static Errors none() {
        return new Errors(new LinkedHashMap<>());
    }

    public static <T> Errors of(Set<ConstraintViolation<T>> violations) {
        var errors = none();
        violations.stream()
                .sorted(Comparator.<ConstraintViolation<T>>comparingInt(Errors::place).thenComparing(ConstraintViolation::getMessage))
                .forEach(violation -> errors.add(violation.getPropertyPath().toString(), violation.getMessage()));
        return errors;
    }

    /** Keeps the first message of a field: one thing to mend at a time. */
    public Errors add(String field, String message) {
        byField.putIfAbsent(field, message);
        return this;
    }

    public boolean any() {
        return !byField.isEmpty();
    }

    public boolean has(String field) {
        return byField.containsKey(field);
    }

    public String on(String field) {
        return byField.get(field);
    }

    /** As a list of all of them has to say it: some only say how much fits. */
    public String inList(String field) {
        var said = on(field);
        return said.startsWith("At ") ? label(field) + ": " + Character.toLowerCase(said.charAt(0)) + said.substring(1) : said;
    }

    /** potentialImpact as Potential impact. */
    private static String label(String field) {
        var words = field.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('-', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    public int count() {
        return byField.size();
    }

    /** Forms are records: their components stand in the order of the page. */
    private static int place(ConstraintViolation<?> violation) {
        var components = violation.getRootBeanClass().getRecordComponents();
        var path = violation.getPropertyPath().toString();
        return components == null ? 0 : Arrays.stream(components).map(RecordComponent::getName).toList().indexOf(path);
    }
}
