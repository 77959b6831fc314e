package org.closecall.people;

import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** Without a time zone the organisation's is meant, also when that changes. */
@TemplateData
public record ProfileForm(
        @RestForm @Size(max = 120, message = "At most 120 characters") @Pattern(regexp = NAMED, message = "Your name, as colleagues know you") String name,
        @RestForm @KnownZone(optional = true) String timeZone,
        @RestForm @Pattern(regexp = "|light|dark", message = "Choose one of the themes") String theme,
        @RestForm String shortcuts) {

    /** Left out, a field stays as it is: the name of a person is never nothing. */
    private static final String NAMED = "(?s).*\\S.*";

    static final List<Option> THEMES = List.of(Option.of("", "As the device"), Option.of("light", "Light"), Option.of("dark", "Dark"));

    static ProfileForm of(Person person) {
        return new ProfileForm(person.name, Objects.requireNonNullElse(person.timeZone, ""), Objects.requireNonNullElse(person.theme, ""), String.valueOf(person.shortcuts));
    }

    void applyTo(Person person, Instant now) {
        if (name != null) {
            person.rename(name, person.email, person, now);
        }
        person.timeZone = Typed.given(timeZone) ? timeZone : null;
        person.theme = Typed.orNull(theme);
        person.shortcuts = "true".equals(shortcuts);
    }
}
