package org.closecall.people;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.time.ZoneId;

/** A region of the time zone database, such as Europe/Vienna; offsets would be wrong half the year. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KnownZone.Validator.class)
@interface KnownZone {

    String message() default "Choose one of the listed time zones";

    /** Whether none is fine too. */
    boolean optional() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<KnownZone, String> {
        private boolean optional;

        @Override
        public void initialize(KnownZone zone) {
            optional = zone.optional();
        }

        @Override
        public boolean isValid(String zone, ConstraintValidatorContext context) {
            return zone == null || zone.isEmpty() ? optional : Zones.ALL.contains(zone);
        }
    }

    final class Zones {
        static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC") || zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted().toList();

        private Zones() {
        }
    }
}
