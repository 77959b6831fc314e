package org.closecall.tracker;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where others reach this Closecall: as configured, else as this request did. An address of this machine alone leads nobody here. */
@RequestScoped
class OwnAddress {

    @Inject
    RoutingContext request;

    @ConfigProperty(name = "closecall.address")
    String configured;

    String own() {
        return configured.startsWith("http://localhost") ? request.request().scheme() + "://" + request.request().authority() : configured.replaceFirst("/+$", "");
    }
}
