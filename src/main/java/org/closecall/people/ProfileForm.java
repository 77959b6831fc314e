package org.closecall.people;

import io.quarkus.qute.TemplateData;
import java.util.Objects;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** Without a time zone the organisation's is meant, also when that changes. */
@TemplateData
public record ProfileForm(@RestForm @KnownZone(optional = true) String timeZone, @RestForm String shortcuts) {

    static ProfileForm of(Person person) {
        return new ProfileForm(Objects.requireNonNullElse(person.timeZone, ""), String.valueOf(person.shortcuts));
    }

    void applyTo(Person person) {
        person.timeZone = Typed.given(timeZone) ? timeZone : null;
        person.shortcuts = "true".equals(shortcuts);
    }
}
