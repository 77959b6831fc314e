package org.closecall.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.spi.CDI;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.closecall.store.RunningInstance;
import org.closecall.store.Startup;
import org.eclipse.microprofile.config.ConfigProvider;

/** bin/reset: a link for a new password, for whoever may read the data folder. The last administrator has nobody else to ask. */
public final class ResetCommand {

    private static final String USAGE = """
            Usage: bin/reset EMAIL

            Prints a link by which the person with that e-mail chooses a new password, once, within 24 hours.
            The old password works until then. The access log says that it was made on the server.""";
    private static final Map<String, String> QUIET = Map.of("quarkus.http.host-enabled", "false", "quarkus.log.level", "ERROR", "quarkus.log.console.stderr", "true");

    private ResetCommand() {
    }

    /** Returns the exit code. */
    public static int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return tell(true, USAGE + "\n");
        }
        if (arguments.size() != 1 || arguments.get(0).startsWith("-")) {
            tell(false, USAGE + "\n");
            return 2;
        }
        var email = arguments.get(0);
        return RunningInstance.on(Startup.dataFolder()).map(instance -> send(instance, email)).orElseGet(() -> start(email));
    }

    private static int send(RunningInstance instance, String email) {
        try {
            var request = HttpRequest.newBuilder(URI.create(instance.url() + "/api/v1/resets")).header("Authorization", "Bearer " + instance.token())
                    .header("Content-Type", "text/plain;charset=UTF-8").POST(HttpRequest.BodyPublishers.ofString(email, StandardCharsets.UTF_8)).build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            var ours = answer.statusCode() == 200 || answer.statusCode() == 422;
            return tell(answer.statusCode() == 200, ours ? answer.body() : "The Closecall at " + instance.url() + " answered " + answer.statusCode() + "\n");
        } catch (IOException failure) {
            return tell(false, "The Closecall at " + instance.url() + " does not answer: " + failure + "\n");
        } catch (InterruptedException stopped) {
            return 1;
        }
    }

    private static int start(String email) {
        QUIET.forEach(System::setProperty);
        Startup.prepare();
        Quarkus.run(Headless.class, email);
        return 0;
    }

    private static int tell(boolean good, String text) {
        new PrintStream(new FileOutputStream(good ? FileDescriptor.out : FileDescriptor.err), true, StandardCharsets.UTF_8).append(text).flush();
        return good ? 0 : 1;
    }

    public static final class Headless implements QuarkusApplication {
        @Override
        public int run(String... arguments) {
            var now = CDI.current().select(Clock.class).get().instant();
            var address = ConfigProvider.getConfig().getValue("closecall.address", String.class);
            var answer = QuarkusTransaction.requiringNew().call(() -> ResetAnswer.to(arguments[0], address, now));
            return tell(answer.good(), answer.text());
        }
    }
}
