package org.closecall.prevention;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.BiFunction;
import org.closecall.exchange.CsvField;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.Typed;

/** A record as typed, sent or read from a file: the same rules hold wherever it comes from. */
interface PreventionForm<E extends PreventionRecord> {

    String key();

    String version();

    String occurrence();

    Errors check(Known known, ZoneId zone, Instant now);

    /** Writes what the form says into the record. */
    E fill(E record, Known known, ZoneId zone);

    /** The same with other texts; said gets the field and what the form holds for it. */
    PreventionForm<E> with(BiFunction<CsvField, String, String> said);

    E fresh();

    default PreventionKind kind() {
        return fresh().kind();
    }

    /** Null unless somebody else's changes are in the way. */
    default Conflict against(E saved, Known known, ZoneId zone) {
        return String.valueOf(saved.version).equals(version()) ? null
                : Conflict.since(Typed.version(version()), fill(fresh(), known, zone).snapshot(), saved.snapshot(), saved.subject());
    }

    static String or(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    static void longest(Errors errors, String field, String text, int most) {
        if (text.length() > most) {
            errors.add(field, "At most %,d characters".formatted(most));
        }
    }

    static void flag(Errors errors, String field, String text) {
        if (!text.isEmpty() && !text.equals("true")) {
            errors.add(field, "Yes or no");
        }
    }
}
