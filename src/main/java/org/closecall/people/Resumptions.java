package org.closecall.people;

import io.quarkus.arc.Arc;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.closecall.web.ErrorPages;
import org.closecall.web.Pages;

/** A form posted after its session ended comes back whole, with the sign-in in place. */
@Path("/sign-in/resumption")
@ApplicationScoped
public class Resumptions {

    private static final String KEPT = "kept.";
    private static final String TOKEN = "csrf-token";
    private static final int TOO_LARGE = 413;

    @Inject
    Sessions sessions;

    @CheckedTemplate
    static class Templates {
        /** fields are those of the form that was refused, each once per value; token is that form's own. */
        static native TemplateInstance signIn(String token, String action, List<Field> fields, String email, boolean failed);

        static native TemplateInstance send(String action, List<Field> fields);
    }

    public record Field(String name, String value) {
    }

    boolean canKeep(RoutingContext request) {
        var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED);
    }

    /** Runs before the body is read, outside any resource: it reads the body itself. */
    Uni<Boolean> keep(RoutingContext request) {
        return Uni.createFrom().emitter(done -> {
            var tooLarge = new AtomicBoolean();
            request.request().setExpectMultipart(true);
            request.request().exceptionHandler(unreadable -> tooLarge.set(true));
            request.request().endHandler(end -> answer(request, tooLarge.get()).whenComplete((written, failure) -> {
                if (failure == null) {
                    done.complete(true);
                } else {
                    done.fail(failure);
                }
            }));
            request.request().resume();
        });
    }

    /** The body arrives when the request's context is over, and the page needs one. */
    private static CompletionStage<Void> answer(RoutingContext request, boolean tooLarge) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            CDI.current().select(CurrentVertxRequest.class).get().setCurrent(request);
            CDI.current().select(CurrentIdentityAssociation.class).get().setIdentity(QuarkusSecurityIdentity.builder().setAnonymous(true).build());
            var page = tooLarge ? ErrorPages.show(TOO_LARGE)
                    : Templates.signIn(request.request().getFormAttribute(TOKEN), request.request().uri(), typedIn(request), "", false);
            request.response().setStatusCode(tooLarge ? TOO_LARGE : 401).putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
            return request.response().end(page.render()).toCompletionStage();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedStage(failure);
        } finally {
            context.terminate();
        }
    }

    private static List<Field> typedIn(RoutingContext request) {
        return request.request().formAttributes().entries().stream()
                .filter(entry -> !TOKEN.equals(entry.getKey()))
                .map(entry -> new Field(KEPT + entry.getKey(), entry.getValue())).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@FormParam("email") String email, @FormParam("password") String password,
            @FormParam("action") String action, MultivaluedMap<String, String> form, RoutingContext request) {
        var kept = keptIn(form);
        var person = Person.signingIn(email == null ? "" : email, password == null ? "" : password);
        if (person == null) {
            return Pages.invalid(Templates.signIn(form.getFirst(TOKEN), Pages.inside(action), kept, email, true));
        }
        sessions.begin(person, request);
        var fields = kept.stream().map(field -> new Field(field.name.substring(KEPT.length()), field.value)).toList();
        return Pages.page(200, Templates.send(Pages.inside(action), fields));
    }

    private static List<Field> keptIn(MultivaluedMap<String, String> form) {
        return form.entrySet().stream().filter(entry -> entry.getKey().startsWith(KEPT))
                .flatMap(entry -> entry.getValue().stream().map(value -> Map.entry(entry.getKey(), value)))
                .map(entry -> new Field(entry.getKey(), entry.getValue())).toList();
    }
}
