package org.closecall.tracker;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The line to one tracker: with a limit to how long it waits, a second and third try for questions, and a circuit
 * breaker of its own, so that one that is away keeps nobody from the others.
 */
final class Line {

    private static final Logger LOG = Logger.getLogger(Line.class);
    private static final int TRIES_MORE = 2;
    private static final int MOST_FAILURES = 4;

    private final URI api;
    private final Duration patience;
    private final Clock clock;
    private final Guard asking;
    private final Guard telling;

    Line(String api, Duration patience, Clock clock) {
        this.api = URI.create(api);
        this.patience = patience;
        this.clock = clock;
        asking = guarded(Guard.create().withRetry().maxRetries(TRIES_MORE).delay(patience.toMillis() / 20, ChronoUnit.MILLIS).jitter(patience.toMillis() / 40, ChronoUnit.MILLIS)
                .retryOn(List.of(Unanswered.class, TimeoutException.class)).done());
        telling = guarded(Guard.create());
    }

    private Guard guarded(Guard.Builder guard) {
        return guard.withTimeout().duration(2 * patience.toMillis(), ChronoUnit.MILLIS).done()
                .withCircuitBreaker().requestVolumeThreshold(MOST_FAILURES).failureRatio(1).delay(1, ChronoUnit.MINUTES).skipOn(Refusal.class).done().build();
    }

    /** Redirects are not followed: they could lead the token to another host. */
    <T> T client(Class<T> type) {
        return QuarkusRestClientBuilder.newBuilder().baseUri(api).followRedirects(false).disableDefaultMapper(true).userAgent("Closecall")
                .connectTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).readTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).build(type);
    }

    Answer ask(Supplier<Response> question) {
        return through(asking, question);
    }

    /** Without a second try: told twice, it would be done twice. */
    Answer tell(Supplier<Response> order) {
        return through(telling, order);
    }

    private Answer through(Guard guard, Supplier<Response> request) {
        try {
            return guard.call(() -> once(request), Answer.class).good();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (CircuitBreakerOpenException open) {
            throw new Refusal("It has not answered several times; it is left alone for a few minutes", Refusal.WHILE_IT_IS_AWAY);
        } catch (Exception lost) {
            throw new LostAnswer(lost instanceof Unanswered ? lost.getMessage() : "did not answer");
        }
    }

    /** Whatever goes wrong below is the network's: the log has what it says, which may hold an address and never a token. */
    private Answer once(Supplier<Response> request) {
        try {
            return Answer.of(request.get(), clock);
        } catch (Refusal | Unanswered known) {
            throw known;
        } catch (RuntimeException network) {
            LOG.infof("%s: %s", api, network);
            throw new Unanswered("did not answer");
        }
    }
}
