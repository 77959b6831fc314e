package org.closecall.facilitation;

import java.util.Set;

/** What a facilitation question is about. suits: the keys of the built-in sections it usually helps with. */
public enum Subject {
    CUES("Cues", "What could be seen and heard", Set.of("detection", "almost")),
    KNOWLEDGE("Earlier experience", "What was known, and from where", Set.of("surprise")),
    GOALS("Goals", "What mattered at the time", Set.of("impact", "response")),
    ASSESSMENT("Assessment", "What it looked like", Set.of("detection", "surprise")),
    ACTION("Actions", "What was tried, and why", Set.of("response", "stopped")),
    HELP("Help", "Who was asked, and how", Set.of("response", "message")),
    PROCESS("Process", "How the organisation helped or hindered", Set.of("defence", "prevent", "limit", "change")),
    NORMAL_WORK("Normal work", "What an ordinary day is like", Set.of("well", "open", "could"));

    public final String label;
    public final String hint;
    private final Set<String> sections;

    Subject(String label, String hint, Set<String> sections) {
        this.label = label;
        this.hint = hint;
        this.sections = sections;
    }

    /** For the page, which opens the questions that suit the section being written. */
    public String suits() {
        return String.join(" ", sections.stream().sorted().toList());
    }
}
