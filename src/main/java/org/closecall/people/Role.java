package org.closecall.people;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.web.Option;

/** Each role may do all that the ones before it may. */
public enum Role {
    VIEWER("Viewer", "Reads everything"),
    MEMBER("Member", "Reads, files, edits and publishes"),
    ADMINISTRATOR("Administrator", "Everything, and looks after people, services and imports");

    public static final String MEMBERS = "member";
    public static final String ADMINISTRATORS = "administrator";

    static final String NAMES = "VIEWER|MEMBER|ADMINISTRATOR";
    static final String CHOOSE = "Choose one of the roles";

    public final String label;
    public final String hint;

    Role(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    public static List<Option> options() {
        return Arrays.stream(values()).map(role -> Option.of(role, role.label)).toList();
    }

    /** a member, an administrator */
    public String inText() {
        return (this == ADMINISTRATOR ? "an " : "a ") + label.toLowerCase(Locale.ROOT);
    }

    public Set<String> granted() {
        return EnumSet.range(VIEWER, this).stream().map(role -> role.name().toLowerCase()).collect(Collectors.toSet());
    }
}
