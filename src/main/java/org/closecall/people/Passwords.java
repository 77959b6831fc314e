package org.closecall.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;
import org.closecall.web.Viewer;

@Path("/password")
class Passwords {

    @CheckedTemplate
    static class Templates {
        /** wait is null unless too many tries have failed. */
        static native TemplateInstance edit(Errors errors, String wait);
    }

    @Inject
    Viewer viewer;

    @Inject
    Validator validator;

    @Inject
    Door door;

    @Inject
    Flash flash;

    @GET
    public TemplateInstance edit() {
        return Templates.edit(Errors.none(), null);
    }

    @POST
    @Transactional
    public Response update(PasswordForm form, RoutingContext request) {
        var errors = Errors.of(validator.validate(form));
        // before anything is read: who holds one connection must not wait for another
        var wait = errors.has("current") ? null : door.mayAsk(viewer.personId(), request);
        if (wait != null) {
            return Door.later(Templates.edit(Errors.none(), Door.inWords(wait)), wait);
        }
        var me = viewer.person();
        // a new password by link that crosses this one must not be undone
        Person.getEntityManager().refresh(me, LockModeType.PESSIMISTIC_WRITE);
        if (!errors.has("current") && !door.isRight(me, form.current(), request)) {
            errors.add("current", "This is not your password");
        }
        if (errors.any()) {
            return Pages.invalid(Templates.edit(errors, null));
        }
        change(me, form.password());
        door.begin(me, request);
        flash.notice("Your password is changed. Other sessions of yours have ended.");
        return Pages.seeOther("/");
    }

    private void change(Person me, String password) {
        me.changePassword(password);
        Change.record(me.subject(), "changed the password", Map.of(), Map.of(), me, viewer.now());
        AuditEntry.record(Deed.PASSWORD_CHANGED, me, null, null, viewer.now());
        Told.tell(me, "Your password was changed. Was it not you? Tell an administrator", viewer.now());
    }
}
