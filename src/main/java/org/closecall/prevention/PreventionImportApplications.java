package org.closecall.prevention;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.closecall.exchange.CsvImport;
import org.closecall.exchange.CsvMapping;
import org.closecall.exchange.CsvPlan;
import org.closecall.exchange.Outcome;
import org.closecall.exchange.PlannedLine;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Brings in what was looked at: all of it or nothing, and once however often it is sent. */
@Path("/prevention/imports/{kind}")
@RolesAllowed(Role.MEMBERS)
class PreventionImportApplications {

    /** Every write is looked at against all that was loaded: a batch is written, then forgotten. */
    private static final int BATCH = 100;

    @Inject
    Viewer viewer;

    @Inject
    Flash flash;

    /** plan: the digest of what was shown. */
    @POST
    @Path("/{id}/application")
    @Transactional
    @TransactionConfiguration(timeout = 600)
    public Response create(@RestPath String kind, @RestPath long id, @RestForm String plan) {
        var of = PreventionKind.ofPath(kind);
        var file = CsvImport.changing(PreventionImports.place(of), viewer.person(), id);
        if (file.over()) {
            return Pages.seeOther(file.address());
        }
        PreventionKind.oneAtATime(of);
        var now = PreventionPlanner.plan(of, file.file(), CsvMapping.of(of.fields(), file.mapping), viewer.zone(), viewer.now());
        if (!now.digest().equals(plan)) {
            return Pages.conflict(PreventionImports.page(of, file, null, -1, Errors.none().add("plan", "Something here has changed since you looked. This is what the file would do now"), viewer));
        }
        file.applied((int) now.of(Outcome.CREATED), (int) now.of(Outcome.CHANGED), viewer.now());
        write(of, now);
        flash.notice(now.broughtIn() == 0 ? "There was nothing to bring in." : "Brought in: %,d new, %,d changed.".formatted(now.of(Outcome.CREATED), now.of(Outcome.CHANGED)));
        return Pages.seeOther(file.address());
    }

    private void write(PreventionKind kind, CsvPlan plan) {
        var entities = PreventionRecord.getEntityManager();
        var known = Known.of(plan.lines().stream().filter(line -> line.form() != null).map(line -> ((PreventionDraft) line.form()).form().occurrence()).toList());
        entities.flush();
        var done = 0;
        for (var line : plan.lines()) {
            if (line.form() != null) {
                write(kind, line, known);
                if (++done % BATCH == 0) {
                    entities.flush();
                    entities.clear();
                }
            }
        }
    }

    private void write(PreventionKind kind, PlannedLine line, Known known) {
        var draft = (PreventionDraft) line.form();
        if (line.id() == null) {
            var record = filled(draft.form(), null, known);
            record.key = draft.key();
            record.add(viewer.person(), viewer.now());
        } else {
            var record = kind.changing(line.id());
            var before = record.snapshot();
            filled(draft.form(), record, known);
            record.edited(before, viewer.person(), viewer.now());
        }
    }

    @SuppressWarnings("unchecked")
    private <E extends PreventionRecord> E filled(PreventionForm<E> form, PreventionRecord record, Known known) {
        return form.fill(record == null ? form.fresh() : (E) record, known, viewer.zone());
    }
}
