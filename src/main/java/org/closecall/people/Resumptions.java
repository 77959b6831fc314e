package org.closecall.people;

import io.quarkus.arc.Arc;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.closecall.web.Crossing;
import org.closecall.web.ErrorPages;
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

    /** No browser sends a form without saying how long it is; what doesn't say so may never end. */
    boolean canKeep(RoutingContext request) {
        var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return !Crossing.foreign(request.request()) && type != null && (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED) || multipart(type)) && request.request().getHeader(HttpHeaders.CONTENT_LENGTH) != null;
    }

    /** Runs before the body is read, outside any resource: it reads the body itself. */
    Uni<Boolean> keep(RoutingContext request) {
        return Uni.createFrom().emitter(done -> {
            var tooLarge = new AtomicBoolean();
            var files = new ArrayList<Sent.Field>();
            request.request().setExpectMultipart(true);
            request.request().uploadHandler(file -> note(file, files));
            request.request().exceptionHandler(unreadable -> tooLarge.set(true));
            request.request().endHandler(end -> answer(request, tooLarge.get(), files).whenComplete((written, failure) -> {
                if (failure == null) {
                    done.complete(true);
                } else {
                    done.fail(failure);
                }
            }));
            request.request().resume();
        });
    }

    /** No page can choose a file for somebody: only what it is called is kept. */
    private static void note(HttpServerFileUpload file, List<Sent.Field> files) {
        file.handler(forgotten -> { });
        if (!file.filename().isBlank()) {
            files.add(new Sent.Field(file.name(), file.filename()));
        }
    }

    private static boolean multipart(String type) {
        return type.startsWith(MediaType.MULTIPART_FORM_DATA);
    }

    /** The body arrives when the request's context is over, and the page needs one. */
    private static CompletionStage<Void> answer(RoutingContext request, boolean tooLarge, List<Sent.Field> files) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            CDI.current().select(CurrentVertxRequest.class).get().setCurrent(request);
            CDI.current().select(CurrentIdentityAssociation.class).get().setIdentity(QuarkusSecurityIdentity.builder().setAnonymous(true).build());
            var sent = Sent.in(request.request(), multipart(request.request().getHeader(HttpHeaders.CONTENT_TYPE)), files);
            var page = tooLarge ? ErrorPages.show(TOO_LARGE) : Templates.signIn(token(request), sent, "", false, null);
            request.response().setStatusCode(tooLarge ? TOO_LARGE : 401).putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
            return request.response().end(page.render()).toCompletionStage();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedStage(failure);
        } finally {
            context.terminate();
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
