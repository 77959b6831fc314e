package org.closecall.people;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.closecall.web.Conflict;
import org.jboss.resteasy.reactive.RestForm;

/** wasName and wasTimeZone are what the form was opened with. */
@TemplateData
public record OrganisationForm(
        @RestForm @NotBlank(message = "What is the organisation called?") @Size(max = 120, message = "At most 120 characters") String name,
        @RestForm @KnownZone String timeZone,
        @RestForm String wasName,
        @RestForm String wasTimeZone) {

    static OrganisationForm of(Organisation organisation) {
        return new OrganisationForm(organisation.name, organisation.timeZone, organisation.name, organisation.timeZone);
    }

    OrganisationForm merged(Organisation saved, Conflict conflict) {
        return new OrganisationForm(conflict.merged("Name", name, saved.name), conflict.merged("Time zone", timeZone, saved.timeZone),
                saved.name, saved.timeZone);
    }

    /** Null unless somebody else's changes are in the way. */
    Conflict against(Organisation saved) {
        var opened = Organisation.snapshot(wasName == null ? saved.name : wasName, wasTimeZone == null ? saved.timeZone : wasTimeZone);
        return Conflict.between(opened, Organisation.snapshot(name, timeZone), saved.snapshot(), saved.subject());
    }
}
