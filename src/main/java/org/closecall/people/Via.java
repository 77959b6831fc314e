package org.closecall.people;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.RequestScoped;

/** The token through which a request came, by its name: the history says so beside the person. */
@RequestScoped
public class Via {

    private String token;

    /** Null for somebody who is signed in, and outside of requests. */
    static String here() {
        var arc = Arc.container();
        return arc != null && arc.requestContext().isActive() ? arc.instance(Via.class).get().token() : null;
    }

    String token() {
        return token;
    }

    public void token(String name) {
        token = name;
    }
}
