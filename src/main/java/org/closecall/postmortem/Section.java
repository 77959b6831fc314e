package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;

/** A text that a template asks for. The guidance asks, it does not instruct. */
@TemplateData
public record Section(String key, String title, String guidance, boolean required) {
}
