package org.closecall.store;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A command on a data folder: through the instance that runs on it, else by running the application without its pages for as long as it takes. Each returns the exit code. */
public final class LocalCommand {

    /** What a person would otherwise see: no port, and nothing but the answer on the terminal. */
    private static final Map<String, String> QUIET = Map.of("quarkus.http.host-enabled", "false", "quarkus.log.level", "ERROR", "quarkus.log.console.stderr", "true");

    private LocalCommand() {
    }

    public interface Content {
        HttpRequest.BodyPublisher open() throws IOException;
    }

    /** Posts to the path, whose answer is 200 or, when it is refused, 422, with what is to be printed. */
    public static int send(RunningInstance instance, String path, String type, Content content) {
        try {
            var request = HttpRequest.newBuilder(URI.create(instance.url() + path)).header("Authorization", "Bearer " + instance.token()).header("Content-Type", type).POST(content.open()).build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            var ours = answer.statusCode() == 200 || answer.statusCode() == 422;
            return tell(answer.statusCode() == 200, ours ? answer.body() : "The Closecall at " + instance.url() + " answered " + answer.statusCode() + "\n");
        } catch (IOException failure) {
            return tell(false, "The Closecall at " + instance.url() + " does not answer: " + failure + "\n");
        } catch (InterruptedException stopped) {
            return 1;
        }
    }

    public static int start(Class<? extends QuarkusApplication> headless, String... arguments) {
        QUIET.forEach(System::setProperty);
        Startup.prepare();
        Quarkus.run(headless, arguments);
        return 0;
    }

    /** In UTF-8 whatever the locale, as files are. */
    public static int tell(boolean good, String text) {
        new PrintStream(new FileOutputStream(good ? FileDescriptor.out : FileDescriptor.err), true, StandardCharsets.UTF_8).append(text).flush();
        return good ? 0 : 1;
    }
}
