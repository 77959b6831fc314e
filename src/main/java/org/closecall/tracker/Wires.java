package org.closecall.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The lines that are open, one a tracker: a breaker must remember what happened before. */
@ApplicationScoped
class Wires {

    private final Map<String, Wire> open = new ConcurrentHashMap<>();
    private final Seal seal;
    private final Clock clock;
    private final Duration patience;

    Wires(Seal seal, Clock clock, @ConfigProperty(name = "closecall.trackers.patience", defaultValue = "10s") Duration patience) {
        this.seal = seal;
        this.clock = clock;
        this.patience = patience;
    }

    /** A tracker that was saved anew gets a new line. */
    Wire to(Tracker tracker) {
        var token = tracker.token(seal);
        if (token == null) {
            throw new Refusal(tracker.hasToken() ? "The token cannot be read any longer, since the session key is another one: an administrator can give it again"
                    : "There is no token for " + tracker.name + ": an administrator can give one", Refusal.UNTIL_SOMEBODY_HELPS);
        }
        var name = tracker.hook + " ";
        open.keySet().removeIf(other -> other.startsWith(name) && !other.equals(name + tracker.version));
        return open.computeIfAbsent(name + tracker.version, fresh -> wire(tracker, token));
    }

    private Wire wire(Tracker tracker, String token) {
        var line = new Line(tracker.api(), patience, clock);
        return switch (tracker.kind) {
            case GITHUB -> GitHubWire.over(line, token);
            case GITLAB -> GitLabWire.over(line, token);
            case JIRA -> JiraWire.over(line, tracker, token);
        };
    }
}
