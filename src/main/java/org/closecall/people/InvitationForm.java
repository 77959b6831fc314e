package org.closecall.people;

import io.quarkus.qute.TemplateData;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.jboss.resteasy.reactive.RestForm;

@TemplateData
public record InvitationForm(
        @RestForm @NotBlank(message = "The name colleagues know") @Size(max = 120, message = "At most 120 characters") String name,
        @RestForm @NotBlank(message = "The e-mail they will sign in with") @Email(message = "This is not an e-mail address") @Size(max = 254, message = "At most 254 characters") String email,
        @RestForm @NotNull(message = Role.CHOOSE) @Pattern(regexp = Role.NAMES, message = Role.CHOOSE) String role,
        @RestForm String key) {

    static InvitationForm blank() {
        return new InvitationForm("", "", Role.MEMBER.name(), FormKey.fresh());
    }

    Errors errors(Validator validator) {
        var errors = Errors.of(validator.validate(this));
        if (!errors.has("email")) {
            // waits for whoever is given this e-mail at this moment
            Invitation.earlier(email.strip().toLowerCase(Locale.ROOT));
        }
        var holder = errors.has("email") ? null : Person.withEmail(email);
        if (holder != null) {
            errors.add("email", holder.name + " has an account with this e-mail" + (holder.active() ? "" : ", deactivated: reactivate it instead"));
        }
        return errors;
    }
}
