package org.closecall.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ServiceUnavailableException;

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

    @POST
    public String create() {
        throw new IllegalStateException("secret detail");
    }
}
