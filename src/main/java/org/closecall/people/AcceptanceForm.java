package org.closecall.people;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;

/** The password is never shown again once posted. */
@TemplateData
public record AcceptanceForm(
        @RestForm @NotBlank(message = "Your name, as colleagues know you") @Size(max = 120, message = "At most 120 characters") String name,
        @RestForm @GoodPassword String password) {

    static AcceptanceForm of(Invitation invitation) {
        return new AcceptanceForm(invitation.name, "");
    }
}
