package org.closecall.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.closecall.people.Person;
import org.closecall.web.Pages;
import org.closecall.web.Typed;

/** Where the links at the end of a mail lead: without signing in, one press away from no more of these. */
@Path("/unsubscribe/{person}/{what}/{token}")
class Unsubscriptions {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance blank(List<NoticeKind> kinds, List<NoticeKind> staying, String address, boolean done);
    }

    @GET
    public TemplateInstance blank(long person, String what, String token) {
        found(person, what, token);
        return Templates.blank(kinds(what), staying(what), UnsubscribeLink.path(person, what), false);
    }

    /** Mail programs that do not post show this address instead. */
    @GET
    @Path(OneClick.END)
    public TemplateInstance show(long person, String what, String token) {
        return blank(person, what, token);
    }

    @POST
    @Transactional
    public Response create(long person, String what, String token) {
        Wishes.leaveMail(found(person, what, token), kinds(what));
        return Pages.page(200, Templates.blank(kinds(what), staying(what), "", true));
    }

    static List<NoticeKind> kinds(String what) {
        var one = Typed.choice(NoticeKind.class, what);
        return UnsubscribeLink.ALL.equals(what) ? NoticeKind.withOptionalMail() : one == null || !one.mailOptional() ? List.of() : List.of(one);
    }

    private static List<NoticeKind> staying(String what) {
        return UnsubscribeLink.ALL.equals(what) ? NoticeKind.lasting() : List.of();
    }

    private static Person found(long id, String what, String token) {
        Person person = UnsubscribeLink.fits(id, what, token) ? Person.findById(id) : null;
        if (person == null) {
            throw new NotFoundException("This link does not work");
        }
        return person;
    }
}
