package org.closecall.postmortem;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.closecall.attachment.Picture;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A picture pasted or dropped into a text: the answer is what to put there. The text itself is saved as always. */
@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
class PastedImages {

    private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=UTF-8";

    @Inject
    Viewer viewer;

    @POST
    @Path("/pasted-images")
    @Transactional
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response create(long number, @RestForm FileUpload image) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        var picture = Picture.of(image);
        var problem = picture.problem(postmortem.id);
        return problem == null ? Response.status(Response.Status.CREATED).type(TEXT).entity(picture.keep(postmortem.occurrence, postmortem.id, null, viewer.person(), viewer.now())).build()
                : Response.status(422).type(TEXT).entity(problem).build();
    }
}
