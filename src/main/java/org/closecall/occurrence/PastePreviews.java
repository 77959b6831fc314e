package org.closecall.occurrence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;

/** What a paste would become. Writes nothing. */
@Path("/occurrences/{number}/paste-previews")
@RolesAllowed(Role.MEMBERS)
class PastePreviews {

    private static final int LONGEST = 400_000;

    @Inject
    Viewer viewer;

    @POST
    @Transactional
    public Response create(long number, @RestForm String pasted) {
        var occurrence = Occurrence.adding(number);
        var typed = Objects.requireNonNullElse(pasted, "");
        var errors = checked(typed);
        if (errors.any()) {
            return Pages.invalid(Pastes.Templates.blank(occurrence, typed, errors));
        }
        var lines = PastedLines.of(typed, viewer.zone(), occurrence.occurredAt, viewer.now());
        if (lines.rows().isEmpty()) {
            return Pages.invalid(Pastes.Templates.blank(occurrence, typed, errors.add("pasted", "There are days, but nothing that happened on them")));
        }
        var form = PasteForm.of(lines, viewer.zone());
        var rows = PasteForm.rows(lines, form, LinesThere.of(occurrence), viewer);
        return Pages.page(200, Pastes.Templates.preview(occurrence, form, rows, Errors.none()));
    }

    private static Errors checked(String pasted) {
        var errors = Errors.none();
        var lines = PastedLines.count(pasted);
        if (lines == 0) {
            errors.add("pasted", "Paste at least one line");
        } else if (lines > PastedLines.MOST) {
            errors.add("pasted", "At most " + PastedLines.MOST + " lines at once, and these are " + lines + ": paste them in parts");
        } else if (pasted.length() > LONGEST) {
            errors.add("pasted", "At most 400,000 characters at once: paste them in parts");
        }
        return errors;
    }
}
