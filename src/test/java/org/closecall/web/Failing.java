package org.closecall.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Fails as a page of ours might, in tests only. */
@Path("/failing")
class Failing {

    @GET
    public String show() {
        throw new IllegalStateException("secret detail");
    }

    @POST
    public String create() {
        throw new IllegalStateException("secret detail");
    }
}
