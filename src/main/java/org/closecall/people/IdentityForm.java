package org.closecall.people;

import io.quarkus.qute.TemplateData;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.jboss.resteasy.reactive.RestForm;

/** wasName and wasEmail are what the form was opened with. */
@TemplateData
public record IdentityForm(
        @RestForm @NotBlank(message = "The name colleagues know") @Size(max = 120, message = "At most 120 characters") String name,
        @RestForm @NotBlank(message = "The e-mail they will sign in with") @Email(message = "This is not an e-mail address") @Size(max = 254, message = "At most 254 characters") String email,
        @RestForm String wasName,
        @RestForm String wasEmail) {

    static IdentityForm of(Person person) {
        return new IdentityForm(person.name, person.email, person.name, person.email);
    }

    Errors errors(Validator validator, Person person) {
        var errors = Errors.of(validator.validate(this));
        if (!errors.has("email")) {
            // waits for whoever is accepting an invitation to it at this moment
            Invitation.earlier(email.strip().toLowerCase(Locale.ROOT));
        }
        var holder = errors.has("email") ? null : Person.withEmail(email);
        if (holder != null && holder != person) {
            errors.add("email", holder.name + " has an account with this e-mail");
        }
        return errors;
    }

    /** Null unless somebody else's changes are in the way. */
    Conflict against(Person saved) {
        var opened = snapshot(wasName == null ? saved.name : wasName, wasEmail == null ? saved.email : wasEmail);
        return Conflict.between(opened, snapshot(name, email), snapshot(saved.name, saved.email), saved.subject());
    }

    IdentityForm merged(Person saved, Conflict conflict) {
        return new IdentityForm(conflict.merged("Name", name, saved.name), conflict.merged("E-mail", email, saved.email), saved.name, saved.email);
    }

    private static Map<String, String> snapshot(String name, String email) {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("Name", name.strip());
        snapshot.put("E-mail", email.strip().toLowerCase(Locale.ROOT));
        return snapshot;
    }
}
