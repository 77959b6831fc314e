package org.closecall.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.closecall.web.Errors;
import org.closecall.web.Flash;
import org.closecall.web.Pages;

/** The first page of an empty store: the organisation and its first administrator. Gone once used. */
@Path("/set-up")
class SetUps {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(SetUpForm form, Errors errors, List<String> zones);
    }

    @Inject
    Validator validator;

    @Inject
    Clock clock;

    @Inject
    Door door;

    @Inject
    Flash flash;

    @Inject
    Event<SampleWanted> sampleWanted;

    @GET
    public TemplateInstance blank() {
        onlyOnce();
        return Templates.blank(SetUpForm.blank(), Errors.none(), KnownZone.Zones.ALL);
    }

    @POST
    @Transactional
    public Response create(SetUpForm form, RoutingContext request) {
        Organisation.getEntityManager().createNativeQuery("lock table organisation in exclusive mode").executeUpdate();
        onlyOnce();
        var errors = Errors.of(validator.validate(form));
        if (errors.any()) {
            return Pages.invalid(Templates.blank(form, errors, KnownZone.Zones.ALL));
        }
        Organisation.create(form.organisation(), form.timeZone(), clock.instant());
        var first = Person.create(form.name(), form.email(), Role.ADMINISTRATOR, form.password(), clock.instant());
        door.begin(first, request);
        AuditEntry.record(Deed.SET_UP, first, null, null, clock.instant());
        if ("true".equals(form.sample())) {
            sampleWanted.fire(new SampleWanted(first));
            return Pages.seeOther("/admin/sample");
        }
        flash.notice("Welcome, " + first.name + ". File what you remember first; everything can be corrected later.");
        return Pages.seeOther("/");
    }

    private static void onlyOnce() {
        if (Organisation.current() != null) {
            throw new NotFoundException();
        }
    }
}
