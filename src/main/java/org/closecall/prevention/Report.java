package org.closecall.prevention;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.closecall.api.Json;
import org.closecall.people.Token;
import org.closecall.web.Errors;
import org.closecall.web.Problem;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** What a program sends of something that happened: written down once however often it is sent. asked is the body as read, from which the digest comes. */
record Report(PreventionKind kind, String key, Record asked, Viewer viewer) {

    static final String KEY = "What all reports of the same thing share, whoever sends them: sent again with the same body it is answered with what was written down; another body under it is refused. The field key says the same.";
    private static final int LONGEST_KEY = 255;

    /** header is the Idempotency-Key, field the key in the body: either will do. */
    static Report of(PreventionKind kind, String header, String field, Record asked, Viewer viewer) {
        var one = Typed.orNull(header);
        var other = Typed.orNull(field);
        if (one != null && other != null && !one.equals(other)) {
            throw Json.refused(Problem.of(Errors.none().add("key", "The header Idempotency-Key and the field say different things")));
        }
        var key = one == null ? other : one;
        if (key != null && key.length() > LONGEST_KEY) {
            throw Json.refused(Problem.of(Errors.none().add("key", "At most " + LONGEST_KEY + " characters")));
        }
        return new Report(kind, key, asked, viewer);
    }

    /** Null where nothing has this key. Waits for a twin that is still being written. */
    <E extends PreventionRecord> E before() {
        if (key == null) {
            return null;
        }
        PreventionKind.oneAtATime(kind);
        E found = kind.keyed(key);
        if (found != null && found.removed()) {
            throw Json.refused(Problem.of(409, "It was removed here by people, and stays removed"));
        }
        if (found != null && !digest().equals(found.digest)) {
            throw Json.refused(Problem.of(409, "Something else was reported under this key before"));
        }
        return found;
    }

    /** Without a zone: programs send times with their offset. */
    <E extends PreventionRecord> E write(PreventionForm<E> form, Known known) {
        var errors = form.check(known, null, viewer.now());
        if (errors.any()) {
            throw Json.refused(Problem.of(renamed(errors)));
        }
        var record = form.fill(form.fresh(), known, null);
        record.key = key;
        record.digest = key == null ? null : digest();
        return record.add(viewer.person(), viewer.now());
    }

    /** As the body calls its fields. */
    private Errors renamed(Errors errors) {
        var renamed = Errors.none();
        errors.byField().forEach((field, message) -> renamed.add(field.equals("mode") ? "failureMode" : PreventionForms.sent(field), message));
        return renamed;
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
