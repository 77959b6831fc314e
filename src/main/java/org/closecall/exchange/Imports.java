package org.closecall.exchange;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files of other systems: what has been brought in and the way to bring in more. Every file begins with a dry run. */
@Path("/")
@RolesAllowed(Role.ADMINISTRATORS)
class Imports {

    private static final int PAGE = 50;

    @CheckedTemplate
    static class Templates {
        /** more is the id to go on from, null at the end. */
        static native TemplateInstance index(List<ImportRun> runs, Long running, Long more, String key, Errors errors);

        /** more is the position to go on from, null at the end. */
        static native TemplateInstance show(ImportRun run, ImportState state, Outcome outcome, List<ImportLine> lines, Integer more,
                String key, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    ImportJobs jobs;

    @GET
    @Path("/admin/imports")
    public TemplateInstance index(@RestQuery Long before) {
        return index(before, Errors.none());
    }

    @POST
    @Path("/admin/imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response create(@RestForm FileUpload file, @RestForm String key) throws IOException {
        if (file == null || file.uploadedFile() == null || file.size() == 0) {
            return Pages.invalid(index(null, Errors.none().add("file", "Choose a file that is not empty")));
        }
        var content = Files.readAllBytes(file.uploadedFile());
        var form = new ImportForm(key, Texts.fileName(file.fileName()), Texts.digest(content));
        return form.once(jobs, viewer.person(), viewer.now(),
                () -> ImportRun.open(form.file(), content, true, viewer.person(), viewer.now()),
                busy -> Pages.conflict(index(null, Errors.none().add("file", busy))));
    }

    @GET
    @Path("/admin/imports/{id}")
    public TemplateInstance show(@RestPath long id, @RestQuery Outcome outcome, @RestQuery @DefaultValue("-1") int after) {
        return page(id, outcome, after, Errors.none());
    }

    static TemplateInstance page(long id, Outcome wanted, int after, Errors errors) {
        // before the run is read: one that finishes between the two must not look interrupted
        var running = ImportRun.running();
        var run = ImportRun.withId(id);
        var outcome = wanted == null ? run.counts.outcomes().stream().findFirst().orElse(Outcome.CREATED) : wanted;
        var lines = ImportLine.of(run, outcome, after, PAGE + 1);
        var more = lines.size() > PAGE ? lines.get(PAGE - 1).position : null;
        return Templates.show(run, ImportState.of(run, running), outcome, lines.subList(0, Math.min(PAGE, lines.size())), more, FormKey.fresh(), errors);
    }

    private static TemplateInstance index(Long before, Errors errors) {
        var running = ImportRun.running();
        var runs = ImportRun.newest(before, PAGE + 1);
        var more = runs.size() > PAGE ? runs.get(PAGE - 1).id : null;
        return Templates.index(runs.subList(0, Math.min(PAGE, runs.size())), running, more, FormKey.fresh(), errors);
    }
}
