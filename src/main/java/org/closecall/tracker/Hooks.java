package org.closecall.tracker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.closecall.web.Viewer;
import org.jboss.resteasy.reactive.RestQuery;

/** What trackers send by themselves. Open, and believed only with the secret; who has not got it learns nothing. */
@Path("/hooks/{hook}")
class Hooks {

    private static final int MOST_BYTES = 1 << 20;

    @Inject
    Viewer viewer;

    @Inject
    Seal seal;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response create(String hook, HttpHeaders headers, @RestQuery String secret, InputStream content) throws IOException {
        var tracker = hook.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Tracker.hooked(UUID.fromString(hook)) : null;
        if (tracker == null) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        var body = content.readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return Response.status(Response.Status.REQUEST_ENTITY_TOO_LARGE).build();
        }
        if (!proven(tracker, headers, secret, body)) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        var news = News.of(tracker.kind, read(body));
        if (news != null && Delivery.first(tracker, body, viewer.now())) {
            ActionLink.at(tracker, news.place()).forEach(link -> ActionLink.changing(link.id).see(news.seen(), viewer.now()));
        }
        return Response.noContent().build();
    }

    private boolean proven(Tracker tracker, HttpHeaders headers, String secret, byte[] body) {
        var ours = tracker.secret(seal);
        return ours != null && switch (tracker.kind) {
            case GITHUB -> signed(headers.getHeaderString("X-Hub-Signature-256"), ours, body);
            case GITLAB -> same(headers.getHeaderString("X-Gitlab-Token"), ours);
            case JIRA -> headers.getHeaderString("X-Hub-Signature") == null ? same(secret, ours) : signed(headers.getHeaderString("X-Hub-Signature"), ours, body);
        };
    }

    private static boolean signed(String signature, String secret, byte[] body) {
        return same(signature, "sha256=" + HexFormat.of().formatHex(Seal.hmac(secret, body)));
    }

    /** Takes as long for a near miss as for nonsense. */
    private static boolean same(String given, String expected) {
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode read(byte[] body) throws IOException {
        try {
            return Answer.JSON.readTree(body);
        } catch (JsonProcessingException junk) {
            return Answer.JSON.missingNode();
        }
    }
}
