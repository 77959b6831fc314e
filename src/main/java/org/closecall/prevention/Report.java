package org.closecall.prevention;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.closecall.api.Json;
import org.closecall.people.Token;
import org.closecall.web.Errors;
import org.closecall.web.Problem;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** What a program sends of something that happened: written down once however often it is sent. The digest of the body as read tells whether it is the same. */
record Report<E extends PreventionRecord>(PreventionKind kind, String key, ApiNew<E> asked, Viewer viewer) {

    static final String KEY = "What all reports of the same thing share, whoever sends them: sent again with the same body it is answered with what was written down; another body under it is refused. The field key says the same, and alone says it in a list.";
    static final String SEVERAL = " A list of up to 200 is written down as a whole or, where one of them is refused, not at all; each has its own key.";
    static final String WRITTEN = "A list: all of them are written down, now or when they were first reported, in the order they were sent";
    private static final int LONGEST_KEY = 255;

    /** header is the Idempotency-Key: it or the key in the body will do. */
    static <E extends PreventionRecord> Report<E> of(PreventionKind kind, String header, ApiNew<E> asked, Viewer viewer) {
        var one = Typed.orNull(header);
        var other = Typed.orNull(asked.key());
        if (one != null && other != null && !one.equals(other)) {
            throw Json.refused(Problem.of(Errors.none().add("key", "The header Idempotency-Key and the field say different things")));
        }
        return new Report<>(kind, one == null ? other : one, asked, viewer);
    }

    /** Alone in its request. Waits for a twin that is still being written. */
    E written() {
        E found = null;
        if (key != null) {
            PreventionKind.oneAtATime(kind);
            found = kind.keyed(key);
        }
        if (found == null) {
            var known = Known.of(List.of(asked.occurrenceNumber()));
            var errors = check(known);
            if (errors.any()) {
                throw Json.refused(Problem.of(errors));
            }
            return write(known);
        }
        var clash = clash(found);
        if (clash != null) {
            throw Json.refused(Problem.of(409, clash));
        }
        return found;
    }

    /** Why it is not what is here under its key; null where it is. */
    String clash(E found) {
        return found.removed() ? "It was removed here by people, and stays removed" : digest().equals(found.digest) ? null : "Something else was reported under this key before";
    }

    /** As the body calls its fields. Without a zone: programs send times with their offset. */
    Errors check(Known known) {
        var errors = Errors.none();
        if (key != null && key.length() > LONGEST_KEY) {
            errors.add("key", "At most " + LONGEST_KEY + " characters");
        }
        asked.form(known).check(known, null, viewer.now()).byField().forEach((field, message) -> errors.add(field.equals("mode") ? "failureMode" : PreventionForms.sent(field), message));
        return errors;
    }

    E write(Known known) {
        var form = asked.form(known);
        var record = form.fill(form.fresh(), known, null);
        record.key = key;
        record.digest = key == null ? null : digest();
        return record.add(viewer.person(), viewer.now());
    }

    private String digest() {
        return Token.digest(asked.toString());
    }

    /** With a link to the next page where there is one. */
    static Response page(Object page, String next, UriInfo address) {
        var answer = Response.ok(page);
        return (next == null ? answer : answer.link(address.getRequestUriBuilder().replaceQueryParam("after", next).build(), "next")).build();
    }
}
