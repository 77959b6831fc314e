package org.closecall.web;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.jboss.resteasy.reactive.RestQuery;

/** Fails as a page of ours might, in tests only. */
@Path("/failing")
class Failing {

    @GET
    public String show() {
        throw new IllegalStateException("secret detail");
    }

    @GET
    @Path("/busy")
    public String busy() {
        throw new ServiceUnavailableException(30L);
    }

    @GET
    @Path("/without")
    public String without(@RestQuery String state) {
        throw new IllegalStateException("wrapped", new SQLException("FATAL: secret detail", state));
    }

    /** As the pool says it when it has no connection left. */
    @GET
    @Path("/full")
    public String full() {
        throw new IllegalStateException(new SQLException("Acquisition timeout while waiting for new connection"));
    }

    @GET
    @Path("/refused")
    public String refused(@RestQuery int status) {
        throw new WebApplicationException(status);
    }

    /** As a commit says it. */
    @GET
    @Path("/uncommitted")
    public String uncommitted() {
        var refused = new XAException("Error trying to transactionCommit local transaction");
        refused.initCause(new SQLException("FATAL: secret detail", "57P01"));
        var failure = new IllegalStateException("Could not commit transaction");
        failure.addSuppressed(refused);
        throw new IllegalStateException(failure);
    }

    @POST
    @Path("/without")
    public String lose() {
        throw new IllegalStateException("wrapped", new SQLException("FATAL: secret detail", "57P01"));
    }

    /** As the look at whose session it is, before any resource. */
    void early(@Observes Router router) {
        router.post("/failing/early").order(-5_000).handler(request -> request.fail(new SQLException("FATAL: secret detail", "57P01")));
    }

    @POST
    public String create() {
        throw new IllegalStateException("secret detail");
    }
}
