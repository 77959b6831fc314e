package org.closecall.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class RunningInstanceTest {

    @ConfigProperty(name = "closecall.data")
    Path data;

    @TempDir
    Path folder;

    @Test
    void an_instance_that_is_up_tells_where() throws InterruptedException {
        for (var tries = 0; RunningInstance.on(data).isEmpty() && tries < 100; tries++) {
            Thread.sleep(100);
        }
        get(RunningInstance.on(data).orElseThrow().url() + "/q/health").then().statusCode(200);
    }

    @Test
    void what_is_announced_can_be_read_until_it_is_forgotten() {
        var instance = RunningInstance.at("http://localhost:1");
        instance.announce(folder);
        assertEquals(Optional.of(instance), RunningInstance.on(folder));
        RunningInstance.forget(folder);
        assertEquals(Optional.empty(), RunningInstance.on(folder));
    }

    @Test
    void the_file_of_a_killed_instance_counts_for_nothing() throws Exception {
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        new RunningInstance("http://localhost:1", "token", dead.pid()).announce(folder);
        assertEquals(Optional.empty(), RunningInstance.on(folder));
        Files.writeString(folder.resolve("instance"), "garbage");
        assertEquals(Optional.empty(), RunningInstance.on(folder));
    }

    /** As in a container, where the command has the number that the killed instance had. */
    @Test
    void a_command_does_not_take_itself_for_the_killed_instance() {
        RunningInstance.at("http://localhost:1").announce(folder);
        var announced = System.clearProperty("closecall.announced");
        try {
            assertEquals(Optional.empty(), RunningInstance.on(folder));
        } finally {
            System.setProperty("closecall.announced", announced);
        }
    }

    @Test
    void only_its_own_token_is_accepted() {
        var instance = RunningInstance.at("http://localhost:1");
        assertTrue(instance.accepts(instance.token()));
        assertFalse(instance.accepts("guess"));
        assertFalse(instance.accepts(null));
    }
}
