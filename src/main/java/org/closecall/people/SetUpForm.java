package org.closecall.people;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;

@TemplateData
public record SetUpForm(
        @RestForm @NotBlank(message = "What is the organisation called?") @Size(max = 120, message = "At most 120 characters") String organisation,
        @RestForm @KnownZone String timeZone,
        @RestForm @NotBlank(message = "Your name, as colleagues know you") @Size(max = 120, message = "At most 120 characters") String name,
        @RestForm @NotBlank(message = "The e-mail you will sign in with") @Email(message = "This is not an e-mail address") @Size(max = 254, message = "At most 254 characters") String email,
        @RestForm @GoodPassword String password,
        @RestForm String sample) {

    static SetUpForm blank() {
        return new SetUpForm("", "UTC", "", "", "", "");
    }
}
