package org.closecall.people;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import org.jboss.resteasy.reactive.RestForm;

/** Never shown again once posted. */
@TemplateData
public record PasswordForm(
        @RestForm @NotBlank(message = "Your password until now") String current,
        @RestForm @GoodPassword String password) {
}
