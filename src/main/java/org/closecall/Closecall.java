package org.closecall;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.closecall.exchange.ImportCommand;
import org.closecall.store.CannotStart;
import org.closecall.store.Startup;

@QuarkusMain
public class Closecall {

    private static final String IMPORT = "import";

    public static void main(String... arguments) {
        try {
            if (arguments.length > 0 && IMPORT.equals(arguments[0])) {
                System.exit(ImportCommand.run(List.of(arguments).subList(1, arguments.length)));
            }
            Startup.prepare();
        } catch (CannotStart reason) {
            System.err.println("Closecall cannot start: " + reason.getMessage());
            System.exit(1);
        }
        Quarkus.run(arguments);
    }
}
