package org.closecall.kill;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Files, edits, notes, promises and completes, one after the other, and writes down what was acknowledged. */
final class Worker implements Runnable {

    /** When anybody's last write was acknowledged: System.nanoTime. */
    static final AtomicLong LATEST = new AtomicLong();
    private static final int EDITS = 2;
    private static final String DUE = LocalDate.now().plusMonths(1).toString();

    private final String name;
    private final Browser browser;
    private final Ledger ledger;
    private final BooleanSupplier goOn;

    Worker(String name, String address, Ledger ledger, BooleanSupplier goOn) {
        this.name = name;
        this.browser = new Browser(address);
        this.ledger = ledger;
        this.goOn = goOn;
    }

    @Override
    public void run() {
        try {
            var form = browser.fields("/sign-in");
            form.putAll(Map.of("email", Site.EMAIL, "password", Site.PASSWORD, "next", "/"));
            browser.send("/sign-in", form);
            for (var round = 1; goOn.getAsBoolean(); round++) {
                work("Kill test " + name + "-" + round);
            }
        } catch (InterruptedException | RuntimeException failure) {
            ledger.refused(name + ": " + failure);
        }
    }

    private void work(String what) throws InterruptedException {
        var record = send("/report", "/occurrences", Map.of("kind", "HAZARD", "narrative", what + " was filed."));
        ledger.filed(what + " was filed.", record);
        for (var edit = 1; edit <= EDITS; edit++) {
            send(record + "/edit", record, Map.of("kind", "HAZARD", "title", what + " edit " + edit));
            ledger.edited(what + " edit " + edit);
        }
        send(record, record + "/timeline", Map.of("text", what + " was noted.", "kind", "OBSERVATION"));
        ledger.noted(what + " was noted.");
        var action = send("/actions/new", "/actions", Map.of("title", what + " is promised", "owner", "1", "aim", "PREVENT_RECURRENCE", "dueOn", DUE));
        ledger.promised(what + " is promised");
        send(action, action + "/completion", Map.of("evidence", what + " is done"));
        ledger.completed(what + " is done");
    }

    private String send(String page, String path, Map<String, String> typed) throws InterruptedException {
        var form = new HashMap<>(browser.fields(page));
        form.putAll(typed);
        var led = browser.send(path, form);
        LATEST.set(System.nanoTime());
        return led;
    }
}
