package org.closecall.postmortem;

import java.util.Arrays;
import java.util.List;
import org.closecall.web.Option;

/** What a contributing factor is about: always the system and the work, never a person. */
public enum Category {
    CODE("Code"),
    CONFIGURATION("Configuration"),
    DEPLOYMENT("Deployment and rollout"),
    DATA("Data"),
    CAPACITY("Capacity"),
    LOAD("Load and usage"),
    DEPENDENCY("Dependency or vendor"),
    NETWORK("Network"),
    HARDWARE("Hardware"),
    VERIFICATION("Testing and verification"),
    MONITORING("Monitoring and alerting"),
    MISLEADING("Misleading signal"),
    DOCUMENTATION("Documentation and runbooks"),
    PROCESS("Process"),
    COMMUNICATION("Communication"),
    OTHER("Other"),
    UNKNOWN("Not known yet");

    public final String label;

    Category(String label) {
        this.label = label;
    }

    static Category named(String name) {
        return Arrays.stream(values()).filter(category -> category.name().equals(name)).findFirst().orElse(null);
    }

    static List<Option> options() {
        return Arrays.stream(values()).map(category -> Option.of(category, category.label)).toList();
    }
}
