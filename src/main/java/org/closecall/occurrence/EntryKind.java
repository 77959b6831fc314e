package org.closecall.occurrence;

import java.util.List;
import java.util.regex.Pattern;

/** What a line of the timeline is. */
public enum EntryKind {
    OBSERVATION("Observation", "eye", ""),
    SIGNAL("Signal", "signal", "alert(?:s|ed|ing)?|alarm(?:s|ed)?|pag(?:er|ed|ing)|fired|firing"),
    ACTION("Action", "check", "roll(?:ed|ing) back|rollback|restart(?:ed|ing)|reboot(?:ed|ing)|revert(?:ed|ing)|deploy(?:ed|ing)|disabled|enabled|scaled|failed over|drained|switched"),
    DECISION("Decision", "decision", "decid(?:ed|ing)|decision|agreed|chose|we will|we'll|going to"),
    COMMUNICATION("Communication", "talk", "status page|statuspage|posted|announced|informed|e-?mailed|told|notified");

    public final String label;
    public final String icon;
    private final Pattern words;

    EntryKind(String label, String icon, String words) {
        this.label = label;
        this.icon = icon;
        this.words = Pattern.compile("(?i)\\b(?:" + words + ")\\b");
    }

    /** From the first word that gives it away; a guess for a form, never stored unseen. */
    public static EntryKind guess(String text) {
        var guess = OBSERVATION;
        var earliest = Integer.MAX_VALUE;
        for (var kind : List.of(SIGNAL, ACTION, DECISION, COMMUNICATION)) {
            var word = kind.words.matcher(text);
            if (word.find() && word.start() < earliest) {
                earliest = word.start();
                guess = kind;
            }
        }
        return guess;
    }
}
