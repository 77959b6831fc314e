package org.closecall.action;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.exchange.CsvImport;
import org.closecall.exchange.CsvMapping;
import org.closecall.exchange.CsvPlan;
import org.closecall.exchange.Outcome;
import org.closecall.exchange.PlannedLine;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Brings in what was looked at: all of it or nothing, and once however often it is sent. */
@Path("/actions/imports")
@RolesAllowed(Role.MEMBERS)
class ActionImportApplications {

    /** Every write is looked at against all that was loaded: a batch is written, then forgotten. */
    private static final int BATCH = 100;

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Flash flash;

    /** plan: the digest of what was shown. */
    @POST
    @Path("/{id}/application")
    @Transactional
    @TransactionConfiguration(timeout = 600)
    public Response create(@RestPath long id, @RestForm String plan) {
        var file = CsvImport.changing(ActionImports.PLACE, viewer.person(), id);
        if (file.over()) {
            return Pages.seeOther(file.address());
        }
        var now = ActionPlanner.plan(file.file(), CsvMapping.of(CsvColumn.ALL, file.mapping), validator, viewer.today());
        if (!now.digest().equals(plan)) {
            return Pages.conflict(ActionImports.page(file, null, -1, Errors.none().add("plan", "Something here has changed since you looked. This is what the file would do now"), validator, viewer));
        }
        file.applied((int) now.of(Outcome.CREATED), (int) now.of(Outcome.CHANGED), viewer.now());
        write(now);
        flash.notice(now.broughtIn() == 0 ? "There was nothing to bring in." : "Brought in: %,d new, %,d changed.".formatted(now.of(Outcome.CREATED), now.of(Outcome.CHANGED)));
        return Pages.seeOther(file.address());
    }

    private void write(CsvPlan plan) {
        var entities = ActionItem.getEntityManager();
        var done = 0;
        for (var line : plan.lines()) {
            if (line.form() != null) {
                write(line);
                if (++done % BATCH == 0) {
                    entities.flush();
                    entities.clear();
                }
            }
        }
    }

    private void write(PlannedLine line) {
        if (line.id() == null) {
            ((ActionForm) line.form()).born(new ActionItem(), line.occurrence() != null)
                    .add(line.occurrence() == null ? null : Occurrence.adding(line.occurrence()), viewer.person(), viewer.now());
        } else {
            var action = ActionItem.changing(line.id());
            var before = action.snapshot();
            ((ActionForm) line.form()).applyTo(action);
            action.edited(before, viewer.person(), viewer.now());
        }
    }
}
