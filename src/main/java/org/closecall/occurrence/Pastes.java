package org.closecall.occurrence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** Several lines at once: pasted, looked over, added together. */
@Path("/")
@RolesAllowed(Role.MEMBERS)
class Pastes {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(Occurrence occurrence, String pasted, Errors errors);

        static native TemplateInstance preview(Occurrence occurrence, PasteForm form, List<PasteForm.Row> rows, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    @GET
    @Path("/occurrences/{number}/pastes/new")
    public TemplateInstance blank(long number) {
        return Templates.blank(Occurrence.numbered(number), "", Errors.none());
    }

    @POST
    @Path("/occurrences/{number}/pastes")
    @Transactional
    public Response create(long number, PasteForm form) {
        var occurrence = Occurrence.adding(number);
        var rows = form.rows(viewer);
        var errors = checked(rows);
        if (errors.any()) {
            return Pages.invalid(Templates.preview(occurrence, form, rows, errors));
        }
        var there = "/occurrences/" + number + "#timeline";
        if (FormKey.use(form.key(), form, viewer.person()).repeated()) {
            return Pages.seeOther(there);
        }
        add(occurrence, form.entries(viewer.zone()));
        FormKey.used(form.key(), form, viewer.person(), there, viewer.now());
        return Pages.seeOther(there);
    }

    /** But what is there already. */
    private void add(Occurrence occurrence, List<TimelineEntry> pasted) {
        var there = LinesThere.of(occurrence);
        var entries = pasted.stream().filter(entry -> !there.has(entry)).toList();
        var known = pasted.size() - entries.size();
        if (entries.isEmpty()) {
            flash.notice("Nothing was added: " + (known == 1 ? "it was there already." : "all " + known + " were there already."));
            return;
        }
        TimelineEntry.paste(occurrence, entries, viewer.person(), viewer.now());
        flash.undoable(TimelineEntry.counted(entries.size()) + " added" + (known == 0 ? "." : ", " + known + (known == 1 ? " was" : " were") + " there already."),
                "/occurrences/" + occurrence.number + "/pastes/" + entries.get(0).paste + "/removal");
    }

    static Errors checked(List<PasteForm.Row> rows) {
        var errors = Errors.none();
        rows.stream().filter(row -> row.problem() != null).forEach(row -> errors.add("row-" + row.place(), "Row " + (row.place() + 1) + ": " + row.problem()));
        return rows.stream().anyMatch(PasteForm.Row::kept) ? errors : errors.add("rows", "No row is kept: tick at least one");
    }
}
