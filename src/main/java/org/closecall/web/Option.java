package org.closecall.web;

import io.quarkus.qute.TemplateData;

/** One entry of a select. */
@TemplateData
public record Option(String value, String label) {

    public static Option of(Object value, String label) {
        return new Option(value.toString(), label);
    }
}
