package org.closecall.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.runtime.configuration.InetSocketAddressConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A name among them would be looked up before each request: every page would wait for a name server that is away. */
class TrustedProxiesTest {

    @Test
    void areAddressesAndNoNames() throws IOException {
        var properties = new Properties();
        try (var file = Files.newInputStream(Path.of("src", "main", "resources", "application.properties"))) {
            properties.load(file);
        }
        var proxies = properties.getProperty("quarkus.http.proxy.trusted-proxies").split(",");
        assertEquals(2, proxies.length);
        for (var proxy : proxies) {
            var read = new InetSocketAddressConverter().convert(proxy);
            assertFalse(read.isUnresolved(), () -> proxy + " is read as a name: " + read);
            assertEquals(0, read.getPort(), proxy);
        }
    }
}
