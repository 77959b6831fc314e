package org.closecall.tracker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.closecall.web.Typed;

/** What a tracker said, read to a bounded length. */
record Answer(int status, String etag, Duration retryAfter, boolean limited, JsonNode body) {

    static final ObjectMapper JSON = new ObjectMapper();
    static final int MOST_BYTES = 4 << 20;
    private static final int LONGEST_REASON = 200;

    static Answer of(Response response, Clock clock) {
        try (response) {
            var status = response.getStatus();
            if (status >= 500) {
                throw new Unanswered("answered " + status);
            }
            return new Answer(status, response.getHeaderString(HttpHeaders.ETAG), retryAfter(response, clock.instant()),
                    "0".equals(response.getHeaderString("X-RateLimit-Remaining")) || response.getHeaderString(HttpHeaders.RETRY_AFTER) != null,
                    status == 304 ? MissingNode.getInstance() : body(response));
        } catch (IOException lost) {
            throw new Unanswered("broke off");
        }
    }

    Answer good() {
        if (status / 100 != 2 && status != 304) {
            throw Refusal.of(this);
        }
        return this;
    }

    boolean unchanged() {
        return status == 304;
    }

    /** : Validation Failed, as far as the tracker says it in a few words. */
    String why() {
        var said = body.path("message").isTextual() ? body.path("message").asText()
                : body.path("errors").isObject() && !body.path("errors").isEmpty() ? body.path("errors").fields().next().getValue().asText() : "";
        return said.isBlank() ? "" : ": " + Typed.shortened(Typed.line(said), LONGEST_REASON).replaceFirst("\\.$", "");
    }

    private static JsonNode body(Response response) throws IOException {
        var stream = response.readEntity(InputStream.class);
        var bytes = stream == null ? new byte[0] : stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refusal("The answer is too long to be read", null);
        }
        try {
            return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
        } catch (JsonProcessingException page) {
            // a proxy's page in front of it: the status says enough
            return MissingNode.getInstance();
        }
    }

    /** Seconds, or the moment GitHub says its limit ends. */
    private static Duration retryAfter(Response response, Instant now) {
        var seconds = Typed.id(response.getHeaderString(HttpHeaders.RETRY_AFTER));
        var reset = Typed.id(response.getHeaderString("X-RateLimit-Reset"));
        if (seconds != null) {
            return Duration.ofSeconds(Math.min(seconds, Refusal.LONGEST.toSeconds()));
        }
        return reset == null || reset > 1L << 40 ? null : Duration.between(now, Instant.ofEpochSecond(reset)).isNegative() ? null : Duration.between(now, Instant.ofEpochSecond(reset));
    }
}
