package org.closecall.web;

import io.vertx.ext.web.RoutingContext;

/** Takes a form that nothing could be done with just now, to be sent again from the page that answers it. */
public interface KeptForms {

    /** Reads the form and answers with it. False where there is none, or it was read already; then nothing has happened. */
    boolean keep(RoutingContext request);
}
