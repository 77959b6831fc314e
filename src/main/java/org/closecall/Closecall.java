package org.closecall;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.closecall.store.CannotStart;
import org.closecall.store.Startup;

@QuarkusMain
public class Closecall {

    public static void main(String... arguments) {
        try {
            Startup.prepare();
        } catch (CannotStart reason) {
            System.err.println("Closecall cannot start: " + reason.getMessage());
            System.exit(1);
        }
        Quarkus.run(arguments);
    }
}
