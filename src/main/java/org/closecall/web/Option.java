package org.closecall.web;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.Comparator;
import java.util.List;

/** One entry of a select. */
@TemplateData
public record Option(String value, String label) {

    /** In their order, but what is chosen already is seen without searching. */
    @TemplateExtension
    static List<Option> chosenFirst(List<Option> options, List<String> chosen) {
        return options.stream().sorted(Comparator.comparing(option -> !option.among(chosen))).toList();
    }

    public boolean among(List<String> chosen) {
        return chosen != null && chosen.contains(value);
    }

    public static Option of(Object value, String label) {
        return new Option(value.toString(), label);
    }
}
