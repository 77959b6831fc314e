package org.closecall.sample;

import java.math.BigDecimal;
import java.util.List;

/** The fictional company: its teams, people, services and the journeys that must not break. */
record Company(String name, List<Group> teams, List<Somebody> people, List<Running> services, List<Journey> paths, List<Declared> changes, List<Run> runs, List<Trial> trials, List<Target> targets) {

    record Group(String key, String name, String lead, String description) {
    }

    record Somebody(String key, String name, String team) {
    }

    record Running(String key, String name, String team, int tier, String description) {
    }

    record Journey(String name, String team, String description, List<String> services) {
    }

    record Declared(String what, String expected, String aim, String service, int daysAgo, int days) {
    }

    /** An automated remediation: how often in a month, and how often it helps. */
    record Run(String type, String service, String did, double month, double works, double minutes) {
    }

    /** A chaos experiment, tried that many days ago. */
    record Trial(String path, String mode, String hypothesis, int daysAgo, int checks, int failed, int tolerance, Boolean recovered, String abortedBecause, boolean injected) {
    }

    /** An objective and the traffic its samples are made of. */
    record Target(String service, String name, String description, BigDecimal target, String good, String policy, long perHour, double bad) {
    }
}
