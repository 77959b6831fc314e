package org.closecall.occurrence;

/** Why a near miss did not become an incident. */
public enum StoppedBy {
    SAFEGUARD("A safeguard held", "shield", "A control did its job. Which one?"),
    PERSON("A person intervened", "hand", "Somebody noticed or acted in time."),
    AUTOMATION("An automated remediation", "robot", "The system repaired itself."),
    CHANCE("Chance", "dice", "Timing or luck. These teach us most.");

    public final String label;
    public final String icon;
    public final String hint;

    StoppedBy(String label, String icon, String hint) {
        this.label = label;
        this.icon = icon;
        this.hint = hint;
    }
}
