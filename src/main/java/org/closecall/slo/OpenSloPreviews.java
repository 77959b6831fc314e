package org.closecall.slo;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import org.closecall.people.Role;
import org.closecall.web.Errors;
import org.closecall.web.Pages;
import org.closecall.web.PlainText;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What an OpenSLO file would do. Writes nothing: the text goes to the browser and back. */
@Path("/prevention/slos")
@RolesAllowed(Role.MEMBERS)
class OpenSloPreviews {

    @Inject
    Viewer viewer;

    @POST
    @Path("/imports/previews")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    public Response create(@RestForm String yaml, @RestForm FileUpload file) throws IOException {
        var sent = file != null && file.uploadedFile() != null && file.size() > 0;
        if (sent && file.size() > YamlNodes.MOST_SIGNS) {
            return Pages.invalid(OpenSloImports.Templates.blank(yaml, null, false, Errors.none().add("file", "At most 512 KB: bring it in in parts")));
        }
        return answer(sent ? PlainText.whole(new String(Files.readAllBytes(file.uploadedFile()), StandardCharsets.UTF_8)) : Objects.requireNonNullElse(yaml, ""), sent ? "file" : "yaml");
    }

    private Response answer(String yaml, String field) {
        try {
            if (!Typed.given(yaml) || yaml.length() > YamlNodes.MOST_SIGNS) {
                return Pages.invalid(OpenSloImports.Templates.blank("", null, false, Errors.none().add(field, Typed.given(yaml) ? "At most 512 KB: bring it in in parts" : "Choose a file or paste its text")));
            }
            return Pages.page(200, OpenSloImports.Templates.blank(yaml, OpenSloPlan.of(yaml, viewer.organisation().zone()), false, Errors.none()));
        } catch (YamlNodes.Unreadable unreadable) {
            return Pages.invalid(OpenSloImports.Templates.blank(yaml, null, false, Errors.none().add(field, unreadable.getMessage())));
        }
    }
}
