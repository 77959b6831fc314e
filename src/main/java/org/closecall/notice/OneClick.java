package org.closecall.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;
import org.closecall.people.Person;
import org.closecall.web.Typed;

/**
 * What a mail program posts when somebody presses its own button (RFC 8058). It has no page of ours and so no form token:
 * what it is allowed to do follows from the signed address alone. That is why this is no resource.
 */
@ApplicationScoped
class OneClick {

    static final String END = "/one-click";

    void register(@Observes Router router) {
        router.post("/unsubscribe/:person/:what/:token" + END).order(-1).blockingHandler(OneClick::leave);
    }

    private static void leave(RoutingContext request) {
        var person = Typed.id(request.pathParam("person"));
        var done = person != null && UnsubscribeLink.fits(person, request.pathParam("what"), request.pathParam("token"))
                && QuarkusTransaction.requiringNew().call(() -> left(person, request.pathParam("what")));
        request.response().setStatusCode(done ? 200 : 404).putHeader("Content-Type", "text/plain;charset=UTF-8").end(done ? said(request.pathParam("what")) : "This link does not work.\n");
    }

    private static String said(String what) {
        var left = UnsubscribeLink.ALL.equals(what) ? "but for changes to your own account and what others wait for: " + labels(NoticeKind.lasting()) : "of this kind: " + labels(Unsubscriptions.kinds(what));
        return "No more mails " + left + ".\n";
    }

    private static String labels(List<NoticeKind> kinds) {
        return kinds.stream().map(kind -> kind.label).collect(Collectors.joining(", "));
    }

    private static boolean left(Long id, String what) {
        Person person = Person.findById(id);
        if (person != null) {
            Wishes.leaveMail(person, Unsubscriptions.kinds(what));
        }
        return person != null;
    }
}
