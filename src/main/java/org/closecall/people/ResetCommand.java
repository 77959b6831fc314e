package org.closecall.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.spi.CDI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.closecall.store.LocalCommand;
import org.closecall.store.RunningInstance;
import org.closecall.store.Startup;
import org.eclipse.microprofile.config.ConfigProvider;

/** bin/reset: a link for a new password, for whoever may read the data folder. The last administrator has nobody else to ask. */
public final class ResetCommand {

    private static final String USAGE = """
            Usage: bin/reset EMAIL

            Prints a link by which the person with that e-mail chooses a new password, once, within 24 hours.
            The old password works until then. The access log says that it was made on the server.""";

    private ResetCommand() {
    }

    /** Returns the exit code. */
    public static int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return LocalCommand.tell(true, USAGE + "\n");
        }
        if (arguments.size() != 1 || arguments.get(0).startsWith("-")) {
            LocalCommand.tell(false, USAGE + "\n");
            return 2;
        }
        var email = arguments.get(0);
        return RunningInstance.on(Startup.dataFolder()).map(instance -> LocalCommand.send(instance, "/api/v1/resets", "text/plain;charset=UTF-8", () -> BodyPublishers.ofString(email, StandardCharsets.UTF_8)))
                .orElseGet(() -> LocalCommand.start(Headless.class, email));
    }

    public static final class Headless implements QuarkusApplication {
        @Override
        public int run(String... arguments) {
            var now = CDI.current().select(Clock.class).get().instant();
            var address = ConfigProvider.getConfig().getValue("closecall.address", String.class);
            var answer = QuarkusTransaction.requiringNew().call(() -> ResetAnswer.to(arguments[0], address, now));
            return LocalCommand.tell(answer.good(), answer.text());
        }
    }
}
