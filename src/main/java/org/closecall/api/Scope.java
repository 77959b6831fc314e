package org.closecall.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.people.Role;

/** What a token may be used for. Writing takes the role of a member besides. */
public enum Scope {
    ACTIONS_READ("actions:read", "Read actions"),
    ACTIONS_WRITE("actions:write", "Create actions and change their state"),
    PREVENTION_READ("prevention:read", "Read remediation runs, deployments and experiments"),
    PREVENTION_WRITE("prevention:write", "Report remediation runs, deployments and experiments"),
    SLI_WRITE("sli:write", "Send samples of service level indicators");

    /** As the documentation and the token name it. */
    public final String key;
    public final String label;

    Scope(String key, String label) {
        this.key = key;
        this.label = label;
    }

    static List<Scope> allowed(Role role) {
        return Arrays.stream(values()).filter(scope -> role != Role.VIEWER || !scope.writes()).toList();
    }

    static Set<Scope> of(Collection<String> keys) {
        return Arrays.stream(values()).filter(scope -> keys.contains(scope.key)).collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    static String text(Collection<Scope> scopes) {
        return scopes.stream().map(scope -> scope.key).collect(Collectors.joining(" "));
    }

    public boolean writes() {
        return key.endsWith(":write");
    }
}
