package org.closecall.people;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.closecall.web.Crossing;

/** Reads a form before any resource does. */
final class SentBody {

    private SentBody() {
    }

    /** No browser sends a form without saying how long it is; what doesn't say so may never end. */
    static boolean readable(RoutingContext request) {
        var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return !Crossing.foreign(request.request()) && type != null && (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED) || multipart(type))
                && request.request().getHeader(HttpHeaders.CONTENT_LENGTH) != null && !request.request().isEnded();
    }

    /** Empty when it is larger than a form may be. */
    static CompletableFuture<Optional<Sent>> read(RoutingContext request) {
        var read = new CompletableFuture<Optional<Sent>>();
        var tooLarge = new AtomicBoolean();
        var files = new ArrayList<Sent.Field>();
        request.request().setExpectMultipart(true);
        request.request().uploadHandler(file -> note(file, files));
        request.request().exceptionHandler(unreadable -> tooLarge.set(true));
        request.request().endHandler(end -> read.complete(tooLarge.get() ? Optional.empty() : Optional.of(Sent.in(request.request(), multipart(request.request().getHeader(HttpHeaders.CONTENT_TYPE)), files))));
        request.request().resume();
        return read;
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
}
