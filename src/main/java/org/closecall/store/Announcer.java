package org.closecall.store;

import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says where the instance answers, to the person at the terminal and to commands on the same data folder. */
@ApplicationScoped
class Announcer {

    private static final Logger LOG = Logger.getLogger(Announcer.class);

    private final HttpServer server;
    private final Path folder;
    private final boolean json;

    Announcer(HttpServer server, @ConfigProperty(name = "closecall.data", defaultValue = "data") Path folder,
            @ConfigProperty(name = "quarkus.log.console.json.enabled", defaultValue = "false") boolean json) {
        this.server = server;
        this.folder = folder;
        this.json = json;
    }

    void announce(@ObservesAsync HttpServerStart started) {
        var url = "http://localhost:" + server.getPort();
        RunningInstance.at(url).announce(folder);
        if (json) {
            LOG.infof("Closecall is running at %s", url);
        } else {
            System.out.println("Closecall is running at " + url);
        }
    }
}
