package org.closecall.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the failures of a database that is away, starting or full of others from those of ours. */
final class DatabaseAway {

    /** So long may one who is told to come back wait. */
    static final int SECONDS = 15;

    /** 57P01 to 57P05: it stops, has crashed, starts, was dropped, lost patience; 25006: it is a replica by now; 53300: no connection is left. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "25006", "53300");
    private static final String CONNECTION = "08";
    /** The pool says so in words alone. */
    private static final Pattern NONE_FREE = Pattern.compile("acquisition timeout", Pattern.CASE_INSENSITIVE);
    private static final int MOST = 50;

    private DatabaseAway() {
    }

    /** What the database or its driver says, in one line; null when the failure has another cause. */
    static String reason(Throwable failure) {
        return all(failure).stream().filter(SQLException.class::isInstance).map(SQLException.class::cast).filter(DatabaseAway::away)
                .map(cause -> String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given")).findFirst().orElse(null);
    }

    /** With its causes, and what they suppressed, which has causes in turn: so a commit says what became of it. */
    private static Set<Throwable> all(Throwable failure) {
        var found = new LinkedHashSet<Throwable>();
        var next = new ArrayDeque<Throwable>(failure == null ? List.of() : List.of(failure));
        while (!next.isEmpty() && found.size() < MOST) {
            var one = next.remove();
            if (found.add(one)) {
                next.addAll(Arrays.asList(one.getSuppressed()));
                Optional.ofNullable(one.getCause()).ifPresent(next::add);
            }
        }
        return found;
    }

    private static boolean away(SQLException failure) {
        var state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException || state != null && (state.startsWith(CONNECTION) || STATES.contains(state))
                || failure.getMessage() != null && NONE_FREE.matcher(failure.getMessage()).find();
    }
}
