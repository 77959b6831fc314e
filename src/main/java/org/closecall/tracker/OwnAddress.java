package org.closecall.tracker;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where others reach this Closecall: as configured, else as this request did. */
@RequestScoped
class OwnAddress {

    @Inject
    RoutingContext request;

    @ConfigProperty(name = "closecall.address")
    Optional<String> configured;

    String own() {
        return configured.map(address -> address.replaceFirst("/+$", "")).orElseGet(() -> request.request().scheme() + "://" + request.request().authority());
    }
}
