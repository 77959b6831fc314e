package org.closecall.people;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.closecall.web.Conflict;
import org.jboss.resteasy.reactive.RestForm;

/** was is what the form was opened with, both fields in one text. */
@TemplateData
public record OrganisationForm(
        @RestForm @NotBlank(message = "What is the organisation called?") @Size(max = 120, message = "At most 120 characters") String name,
        @RestForm @KnownZone String timeZone,
        @RestForm String was) {

    static OrganisationForm of(Organisation organisation) {
        return new OrganisationForm(organisation.name, organisation.timeZone, organisation.snapshot().toString());
    }

    OrganisationForm over(Organisation saved) {
        return new OrganisationForm(name, timeZone, saved.snapshot().toString());
    }

    boolean stale(Organisation saved) {
        return !saved.snapshot().toString().equals(was);
    }

    /** Null when what is saved meanwhile says the same. */
    Conflict against(Organisation saved) {
        return Conflict.between(Organisation.snapshot(name, timeZone), saved.snapshot(), saved.subject());
    }
}
