package org.closecall.people;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Long enough, not one of those everybody tries first. No sort of sign is asked for: length is what counts. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = GoodPassword.Validator.class)
@interface GoodPassword {

    String message() default "At least 12 characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<GoodPassword, String> {

        private static final int LEAST = 12;
        private static final int MOST = 128;
        private static final Set<String> COMMON = common();

        @Override
        public boolean isValid(String password, ConstraintValidatorContext context) {
            var complaint = complaint(password == null ? "" : password);
            if (complaint != null) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(complaint).addConstraintViolation();
            }
            return complaint == null;
        }

        private static String complaint(String password) {
            if (password.codePointCount(0, password.length()) < LEAST) {
                return "At least 12 characters";
            }
            if (password.codePointCount(0, password.length()) > MOST) {
                return "At most 128 characters";
            }
            return guessable(password) ? "This is one of the passwords that are tried first" : null;
        }

        /** A common word with digits around it, or a few signs over and over, is as quickly tried as the word. */
        private static boolean guessable(String password) {
            var plain = password.toLowerCase(Locale.ROOT);
            var core = plain.replaceAll("^[\\d\\W_]+|[\\d\\W_]+$", "");
            return COMMON.contains(plain) || COMMON.contains(core) || plain.chars().distinct().count() < 5
                    || plain.matches("(.{1,6})\\1+.{0,5}") || "abcdefghijklmnopqrstuvwxyz0123456789".contains(plain);
        }

        private static Set<String> common() {
            var file = GoodPassword.class.getResourceAsStream("/common-passwords.txt");
            try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                return lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
