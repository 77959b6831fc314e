package org.closecall.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.closecall.web.ErrorPages;
import org.closecall.web.Failures;
import org.closecall.web.Pages;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** A form posted after its session ended comes back whole, with the sign-in in place. */
@Path("/sign-in/resumption")
@ApplicationScoped
public class Resumptions {

    private static final int TOO_LARGE = 413;
    private static final int TOKEN_BYTES = 16;
    private static final String WELL_FORMED = "[\\w-]{22}";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Door door;

    @CheckedTemplate
    static class Templates {
        /** token is the one of the form that was refused; wait is null unless too many tries have failed. */
        static native TemplateInstance signIn(String token, Sent sent, String email, boolean failed, String wait);

        static native TemplateInstance send(Sent sent);
    }

    /** The one this browser holds; a phone that forgot all its cookies gets a new one. */
    static String token(RoutingContext request) {
        var held = request.request().getCookie(Sent.TOKEN);
        if (held != null && held.getValue().matches(WELL_FORMED)) {
            return held.getValue();
        }
        var fresh = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(fresh);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(fresh);
        request.response().addCookie(Cookie.cookie(Sent.TOKEN, token).setPath("/").setHttpOnly(true).setSameSite(CookieSameSite.LAX).setSecure(request.request().isSSL()));
        return token;
    }

    boolean canKeep(RoutingContext request) {
        return SentBody.readable(request);
    }

    /** Runs before the body is read, outside any resource. */
    Uni<Boolean> keep(RoutingContext request) {
        return Uni.createFrom().emitter(done -> SentBody.read(request).thenCompose(sent -> answer(request, sent)).whenComplete((written, failure) -> {
            if (failure == null) {
                done.complete(true);
            } else {
                done.fail(failure);
            }
        }));
    }

    private static CompletionStage<Void> answer(RoutingContext request, Optional<Sent> sent) {
        try {
            request.response().setStatusCode(sent.isEmpty() ? TOO_LARGE : 401);
            return Failures.page(request, () -> (sent.isEmpty() ? ErrorPages.show(TOO_LARGE) : Templates.signIn(token(request), sent.get(), "", false, null)).render());
        } catch (RuntimeException failure) {
            return CompletableFuture.failedStage(failure);
        }
    }

    /** Multipart, as a form of more than a thousand fields has to be. */
    @POST
    @Transactional
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response create(@RestForm String email, @RestForm String password, MultipartFormDataInput form, RoutingContext request) {
        var sent = Sent.carried(form);
        var answer = door.enter(email, password, request);
        return answer.person() != null ? Pages.page(200, Templates.send(sent)) : answer.refusal(Templates.signIn(Sent.first(form, Sent.TOKEN), sent, email, answer.refused(), answer.words()));
    }
}
