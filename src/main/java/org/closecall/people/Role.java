package org.closecall.people;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Each role may do all that the ones before it may. */
public enum Role {
    VIEWER("Viewer", "Reads everything"),
    MEMBER("Member", "Reads, files, edits and publishes"),
    ADMINISTRATOR("Administrator", "Everything, and looks after people, services and imports");

    public static final String MEMBERS = "member";
    public static final String ADMINISTRATORS = "administrator";

    public final String label;
    public final String hint;

    Role(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    public Set<String> granted() {
        return EnumSet.range(VIEWER, this).stream().map(role -> role.name().toLowerCase()).collect(Collectors.toSet());
    }
}
