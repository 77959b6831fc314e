package org.closecall.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Waits for an import that goes on in the background. */
final class Finished {

    private Finished() {
    }

    static void await(long run) {
        for (var tries = 0; tries < 1_800; tries++) {
            if (QuarkusTransaction.requiringNew().call(() -> ImportRun.withId(run).finished() && !ImportLock.held())) {
                return;
            }
            pause();
        }
        throw new AssertionError("Import " + run + " does not finish");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
