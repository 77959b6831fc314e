package org.closecall.postmortem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Role;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

/** One text as the page saves it by itself, with the same fields as the form. What is answered is put beside the text. */
@Path("/occurrences/{number}/postmortem")
@RolesAllowed(Role.MEMBERS)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class Autosaves {

    private static final int FORBIDDEN = 403;

    @CheckedTemplate
    static class Templates {
        /** text is what stands now where it may not be what was sent, else null. */
        static native TemplateInstance saved(String stamp, String text);

        static native TemplateInstance refused(String why);

        static native TemplateInstance clash(Clash clash);
    }

    @Inject
    Viewer viewer;

    @POST
    @Path("/sections/{key}/autosave")
    @Transactional
    public Response create(long number, String key, MultivaluedMap<String, String> form) {
        var postmortem = Postmortem.editing(Occurrence.adding(number));
        var slot = Slot.of(postmortem, key, viewer.person(), viewer.now());
        if (!viewer.person().id.toString().equals(form.getFirst("as"))) {
            return another();
        }
        var writing = Writing.of(postmortem, only(form, key));
        var errors = writing.check(postmortem);
        return errors.any() ? Pages.invalid(Templates.refused(errors.on(key))) : save(postmortem, slot, writing, form);
    }

    static Response another() {
        return Pages.page(FORBIDDEN, Templates.refused("somebody else has signed in since. Sign in as yourself in another tab, and it saves by itself."));
    }

    private Response save(Postmortem postmortem, Slot slot, Writing writing, MultivaluedMap<String, String> form) {
        var saving = new Saving(postmortem, viewer.person(), viewer.now());
        var choice = Choice.of(form);
        choice.applyTo(saving, writing, form);
        return saving.write(writing).stream().findFirst().map(clash -> Pages.conflict(Templates.clash(clash)))
                .orElseGet(() -> Pages.page(200, Templates.saved(Texts.stamp(slot.saved().get()), choice.key().isEmpty() ? null : slot.saved().get())));
    }

    /** The other texts are saved by requests of their own. */
    private static MultivaluedMap<String, String> only(MultivaluedMap<String, String> form, String key) {
        var only = new MultivaluedHashMap<>(form);
        only.keySet().retainAll(List.of(key, Writing.STAMP + key));
        return only;
    }
}
