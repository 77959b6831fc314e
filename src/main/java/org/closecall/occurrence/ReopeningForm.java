package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.closecall.web.FormKey;
import org.jboss.resteasy.reactive.RestForm;

/** Why it is not over after all. */
@TemplateData
public record ReopeningForm(@RestForm String key,
        @RestForm @NotBlank(message = "Say why: the timeline tells it to others") @Size(max = 2_000, message = "At most 2,000 characters") String reason) {

    static ReopeningForm blank() {
        return new ReopeningForm(FormKey.fresh(), "");
    }
}
