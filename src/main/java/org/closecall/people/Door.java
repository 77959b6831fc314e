package org.closecall.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.closecall.web.Pages;
import org.closecall.web.ThemeCookie;

/** Where people come in by e-mail and password, and everywhere else a password is asked for: slowly after failures, and written down. */
@ApplicationScoped
class Door {

    private static final String DEVICE = "device";
    private static final Duration REMEMBERED = Duration.ofDays(180);
    private static final Duration WAITING_NOTED_EVERY = Duration.ofDays(1);

    @Inject
    Sessions sessions;

    @Inject
    Clock clock;

    /** Exactly one of the three is the case: person is in, pause says how long, or e-mail and password do not go together. */
    record Answer(Person person, Duration pause) {

        boolean refused() {
            return person == null && pause == null;
        }

        String words() {
            return pause == null ? null : inWords(pause);
        }

        Response refusal(TemplateInstance page) {
            return pause == null ? Pages.invalid(page) : later(page, pause);
        }
    }

    static String inWords(Duration wait) {
        var seconds = wait.toSeconds();
        return seconds == 1 ? "1 second" : seconds < 120 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }

    static Response later(TemplateInstance page, Duration wait) {
        return Response.fromResponse(Pages.page(429, page)).header(HttpHeaders.RETRY_AFTER, wait.toSeconds()).build();
    }

    /** In the caller's transaction, which has read nothing yet. */
    Answer enter(String email, String password, RoutingContext request) {
        var typed = email == null ? "" : email;
        var counters = counters(typed, request.request().getCookie(DEVICE) == null ? null : QuarkusTransaction.requiringNew().call(() -> Person.withEmail(typed)), request);
        var wait = SignInDelay.attempt(counters, clock.instant());
        if (wait != null) {
            AuditEntry.recordOnce(Deed.TOLD_TO_WAIT, null, Person.withEmail(typed), WAITING_NOTED_EVERY, Visit.of(request), clock.instant());
            return new Answer(null, wait);
        }
        var person = Person.signingIn(typed, password == null ? "" : password);
        if (person == null) {
            // what was typed may be a password in the wrong field: only an account that exists is named
            AuditEntry.record(Deed.SIGN_IN_FAILED, null, Person.withEmail(typed), null, clock.instant());
            return new Answer(null, null);
        }
        SignInDelay.forgive(counters);
        begin(person, request);
        AuditEntry.record(Deed.SIGNED_IN, person, null, null, clock.instant());
        return new Answer(person, null);
    }

    /** Signs in without asking: by an invitation, or a new password. */
    void begin(Person person, RoutingContext request) {
        sessions.begin(person, request);
        var known = request.request().getCookie(DEVICE);
        var mark = known != null && DeviceMark.fits(person, known.getValue()) ? known.getValue() : DeviceMark.fresh(person);
        request.response().addCookie(cookie(request, mark).setMaxAge(REMEMBERED.toSeconds()));
        if (person.theme == null && known == null) {
            // chosen before signing in for the first time here: later it may be somebody else's, or given up on another device
            person.theme = ThemeCookie.of(request);
        }
        ThemeCookie.keep(person.theme, request);
    }

    /** Null when the password may be looked at now. In the caller's transaction, which has read nothing yet. */
    Duration mayAsk(long id, RoutingContext request) {
        var person = QuarkusTransaction.requiringNew().call(() -> Person.found(id));
        var wait = SignInDelay.attempt(counters(person.email, person, request), clock.instant());
        if (wait != null) {
            AuditEntry.recordOnce(Deed.TOLD_TO_WAIT, Person.found(id), null, WAITING_NOTED_EVERY, Visit.of(request), clock.instant());
        }
        return wait;
    }

    /** Whether it is this person's password. After mayAsk. */
    boolean isRight(Person person, String password, RoutingContext request) {
        var right = person.hasPassword(password);
        if (right) {
            SignInDelay.forgive(counters(person.email, person, request));
        } else {
            AuditEntry.record(Deed.PASSWORD_REFUSED, person, null, null, clock.instant());
        }
        return right;
    }

    /** After a new password by link, which was no try: where others guess from stays counted. */
    void forgive(Person person) {
        SignInDelay.forgive(List.of(account(person.email)));
    }

    /** person is null for an e-mail that nobody has. */
    private static List<SignInDelay.Counter> counters(String email, Person person, RoutingContext request) {
        var shown = request.request().getCookie(DEVICE);
        if (shown != null && DeviceMark.fits(person, shown.getValue())) {
            return List.of(SignInDelay.By.DEVICE.of(shown.getValue()));
        }
        // all who come from no address that can be read share one
        return List.of(account(email), SignInDelay.By.ADDRESS.of(Origin.network(Visit.of(request).address())));
    }

    private static SignInDelay.Counter account(String email) {
        return SignInDelay.By.ACCOUNT.of(email.strip().toLowerCase(Locale.ROOT));
    }

    private static Cookie cookie(RoutingContext request, String value) {
        return Cookie.cookie(DEVICE, value).setPath("/").setHttpOnly(true).setSecure(request.request().isSSL()).setSameSite(CookieSameSite.LAX);
    }
}
