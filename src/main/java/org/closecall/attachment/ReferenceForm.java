package org.closecall.attachment;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** A link as typed. Without a title it is called what its address is. */
@TemplateData
public record ReferenceForm(
        @RestForm String key,
        @RestForm @NotBlank(message = "Where does it lead?") @Pattern(regexp = Typed.ADDRESS, message = "An address that begins with http:// or https://") @Size(max = 2_000, message = "At most 2,000 characters") String url,
        @RestForm @Size(max = 200, message = "At most 200 characters") String title) {

    static ReferenceForm blank() {
        return new ReferenceForm(FormKey.fresh(), "", "");
    }

    ReferenceForm again() {
        return new ReferenceForm(FormKey.fresh(), url, title);
    }

    Errors fitting(Errors errors, long count) {
        return count < Reference.MOST ? errors : errors.add("url", "A record has at most " + Reference.MOST + " links: remove one first");
    }

    Reference reference() {
        var reference = new Reference();
        reference.url = url.strip();
        reference.title = Typed.given(title) ? Typed.line(title) : reference.url.replaceFirst("(?i)^https?://", "");
        return reference;
    }
}
