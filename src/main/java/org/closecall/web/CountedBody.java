package org.closecall.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that hasn't said how long it is, read until it turns out to be longer than fits. */
final class CountedBody extends FilterInputStream {

    private static final int PIECE = 64 * 1024;

    private final HttpServerRequest request;
    private long left;
    private long patience;

    CountedBody(InputStream body, HttpServerRequest request, long limit, long patience) {
        super(body);
        this.request = request;
        this.left = limit;
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        var read = super.read(into, from, most);
        left -= Math.max(read, 0);
        if (left < 0) {
            throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        return read;
    }

    /** The rest is read and forgotten, but not for ever: then the answer is followed by the end of the connection. */
    @Override
    public void close() throws IOException {
        var piece = new byte[PIECE];
        for (var read = 0; read >= 0 && patience > 0; patience -= read) {
            read = super.read(piece, 0, PIECE);
            if (read < 0) {
                super.close();
            }
        }
        if (patience <= 0) {
            request.response().endHandler(answered -> request.connection().close());
        }
    }
}
