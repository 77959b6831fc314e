package org.closecall.prevention;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.closecall.exchange.CsvFile;
import org.closecall.exchange.CsvImport;
import org.closecall.exchange.CsvMapping;
import org.closecall.exchange.CsvPlan;
import org.closecall.exchange.Outcome;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Option;
import org.closecall.web.Pages;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Facts about prevention from a file: sent, looked at line by line, and brought in when that is confirmed. */
@Path("/prevention/imports/{kind}")
@RolesAllowed(Role.MEMBERS)
class PreventionImports {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(PreventionKind kind, Errors errors);

        /** plan and outcome are null when it is over or has no lines; after is the line to go on from. */
        static native TemplateInstance show(PreventionKind kind, CsvImport file, CsvMapping mapping, List<Option> columns, List<String> unused, CsvPlan plan, Outcome outcome, long after, Errors errors);
    }

    @Inject
    Viewer viewer;

    static String place(PreventionKind kind) {
        return "/prevention/imports/" + kind.path;
    }

    @GET
    @Path("/new")
    public TemplateInstance blank(@RestPath String kind) {
        return Templates.blank(PreventionKind.ofPath(kind), Errors.none());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    public Response create(@RestPath String kind, @RestForm FileUpload file) throws IOException {
        var of = PreventionKind.ofPath(kind);
        if (file == null || file.uploadedFile() == null || file.size() == 0 || file.size() > CsvFile.MOST_BYTES) {
            return refused(of, file == null || file.size() == 0 ? "Choose a file that is not empty" : "At most 5 MB: bring it in in parts");
        }
        var content = Files.readAllBytes(file.uploadedFile());
        try {
            var name = Typed.shortened(Typed.line(Objects.requireNonNullElse(file.fileName(), kind + ".csv").replaceAll(".*[/\\\\]", "")), 120);
            var guessed = CsvMapping.guessed(of.fields(), CsvFile.read(content).headings());
            return Pages.seeOther(CsvImport.open(place(of), name, content, guessed, viewer.person(), viewer.now()).address());
        } catch (CsvFile.Unreadable unreadable) {
            return refused(of, unreadable.getMessage());
        }
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath String kind, @RestPath long id, @RestQuery Outcome outcome, @RestQuery Long after) {
        var of = PreventionKind.ofPath(kind);
        return page(of, CsvImport.of(place(of), viewer.person(), id), outcome, after == null ? -1 : after, Errors.none(), viewer);
    }

    /** What the columns mean, in the order of the fields. */
    @POST
    @Path("/{id}")
    @Transactional
    public Response update(@RestPath String kind, @RestPath long id, @RestForm List<String> column) {
        var of = PreventionKind.ofPath(kind);
        var file = CsvImport.changing(place(of), viewer.person(), id);
        if (!file.over()) {
            file.mapping = CsvMapping.chosen(of.fields(), Objects.requireNonNullElse(column, List.of()), file.file().headings().size()).text();
        }
        return Pages.seeOther(file.address());
    }

    static TemplateInstance page(PreventionKind kind, CsvImport file, Outcome wanted, long after, Errors errors, Viewer viewer) {
        var mapping = CsvMapping.of(kind.fields(), file.mapping);
        if (file.over()) {
            return Templates.show(kind, file, mapping, List.of(), List.of(), null, null, after, errors);
        }
        var csv = file.file();
        var plan = PreventionPlanner.plan(kind, csv, mapping, viewer.zone(), viewer.now());
        return Templates.show(kind, file, mapping, CsvMapping.options(csv.headings()), mapping.unused(csv.headings()), plan, plan.first(wanted), after, errors);
    }

    private static Response refused(PreventionKind kind, String why) {
        return Pages.invalid(Templates.blank(kind, Errors.none().add("file", why)));
    }
}
