package org.closecall;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.closecall.exchange.ImportCommand;
import org.closecall.people.ResetCommand;
import org.closecall.store.CannotStart;
import org.closecall.store.Startup;
import org.closecall.store.backup.BackupCommand;
import org.closecall.store.backup.RestoreCommand;

@QuarkusMain
public class Closecall {

    /** What bin/ has a script for; each returns the exit code. */
    private static final Map<String, ToIntFunction<List<String>>> COMMANDS = Map.of(
            "import", ImportCommand::run, "reset", ResetCommand::run, "backup", BackupCommand::run, "restore", RestoreCommand::run);

    public static void main(String... arguments) {
        try {
            if (arguments.length > 0 && COMMANDS.containsKey(arguments[0])) {
                System.exit(COMMANDS.get(arguments[0]).applyAsInt(List.of(arguments).subList(1, arguments.length)));
            }
            Startup.prepare();
        } catch (CannotStart reason) {
            System.err.println("Closecall cannot start: " + reason.getMessage());
            System.exit(1);
        }
        Quarkus.run(arguments);
    }
}
