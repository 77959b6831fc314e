package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.closecall.web.FormKey;
import org.jboss.resteasy.reactive.RestForm;

/** An update for others, as typed. */
@TemplateData
public record NoteForm(@RestForm String key,
        @RestForm @NotBlank(message = "What should others know?") @Size(max = 1_000, message = "At most 1,000 characters: a sentence or two") String note) {

    static NoteForm blank() {
        return new NoteForm(FormKey.fresh(), "");
    }
}
