package org.closecall.action;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
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
import org.closecall.exchange.CsvField;
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

/** Actions from a file: sent, looked at line by line, and brought in when that is confirmed. */
@Path(ActionImports.PLACE)
@RolesAllowed(Role.MEMBERS)
class ActionImports {

    static final String PLACE = "/actions/imports";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(Errors errors, List<CsvField> fields);

        /** plan and outcome are null when it is over or has no lines; after is the line to go on from. */
        static native TemplateInstance show(CsvImport file, CsvMapping mapping, List<Option> columns, List<String> unused, CsvPlan plan, Outcome outcome, long after, Errors errors);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @GET
    @Path("/new")
    public TemplateInstance blank() {
        return blank(Errors.none());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    public Response create(@RestForm FileUpload file) throws IOException {
        if (file == null || file.uploadedFile() == null || file.size() == 0) {
            return Pages.invalid(blank(Errors.none().add("file", "Choose a file that is not empty")));
        }
        if (file.size() > CsvFile.MOST_BYTES) {
            return Pages.invalid(blank(Errors.none().add("file", "At most 5 MB: bring it in in parts")));
        }
        var content = Files.readAllBytes(file.uploadedFile());
        try {
            var name = Typed.shortened(Typed.line(Objects.requireNonNullElse(file.fileName(), "actions.csv").replaceAll(".*[/\\\\]", "")), 120);
            var guessed = CsvMapping.guessed(CsvColumn.ALL, CsvFile.read(content).headings());
            return Pages.seeOther(CsvImport.open(PLACE, name, content, guessed, viewer.person(), viewer.now()).address());
        } catch (CsvFile.Unreadable unreadable) {
            return Pages.invalid(blank(Errors.none().add("file", unreadable.getMessage())));
        }
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath long id, @RestQuery Outcome outcome, @RestQuery Long after) {
        return page(CsvImport.of(PLACE, viewer.person(), id), outcome, after == null ? -1 : after, Errors.none(), validator, viewer);
    }

    /** What the columns mean, in the order of the fields. */
    @POST
    @Path("/{id}")
    @Transactional
    public Response update(@RestPath long id, @RestForm List<String> column) {
        var file = CsvImport.changing(PLACE, viewer.person(), id);
        if (!file.over()) {
            file.mapping = CsvMapping.chosen(CsvColumn.ALL, Objects.requireNonNullElse(column, List.of()), file.file().headings().size()).text();
        }
        return Pages.seeOther(file.address());
    }

    static TemplateInstance page(CsvImport file, Outcome wanted, long after, Errors errors, Validator validator, Viewer viewer) {
        var mapping = CsvMapping.of(CsvColumn.ALL, file.mapping);
        if (file.over()) {
            return Templates.show(file, mapping, List.of(), List.of(), null, null, after, errors);
        }
        var csv = file.file();
        var plan = ActionPlanner.plan(csv, mapping, validator, viewer.today());
        return Templates.show(file, mapping, CsvMapping.options(csv.headings()), mapping.unused(csv.headings()), plan, plan.first(wanted), after, errors);
    }

    private static TemplateInstance blank(Errors errors) {
        return Templates.blank(errors, CsvColumn.ALL);
    }
}
