package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.web.Typed;

/** In which order actions are listed; the key of a row, with its id, is where the next page begins. */
@TemplateData
public enum ActionOrder {
    DUE("Due soonest first", Key.DUE), PRIORITY("Highest priority first", Key.RANK, Key.DUE), AGE("Oldest first", Key.CREATED),
    /** Of what is settled. */
    LATEST("Latest first", Key.SINCE);

    private static final String NO_DATE = "none";
    private static final String BETWEEN = "_";

    public final String label;
    private final List<Key> keys;

    ActionOrder(String label, Key... keys) {
        this.label = label;
        this.keys = List.of(keys);
    }

    /** What a row is sorted by. */
    private enum Key {
        DUE("coalesce(a.due_on, 'infinity')", "date", action -> action.dueOn == null ? NO_DATE : action.dueOn.toString()),
        RANK("(case a.priority when 'HIGH' then 0 when 'MEDIUM' then 1 else 2 end)", "int", action -> String.valueOf(action.priority.ordinal())),
        CREATED("a.created_at", "timestamptz", action -> action.createdAt.toString()), SINCE("a.state_since", "timestamptz", action -> action.stateSince.toString());

        private final String column;
        private final String type;
        private final Function<ActionItem, String> reading;

        Key(String column, String type, Function<ActionItem, String> reading) {
            this.column = column;
            this.type = type;
            this.reading = reading;
        }

        /** As the database reads it; refuses anything else. */
        private String checked(String typed) {
            return switch (this) {
                case DUE -> NO_DATE.equals(typed) ? "infinity" : typed.length() == "2026-01-01".length() ? LocalDate.parse(typed).toString() : refused();
                case RANK -> typed.matches("[0-2]") ? typed : refused();
                case CREATED, SINCE -> typed.matches("\\d{4}-.*") ? Instant.parse(typed).toString() : refused();
            };
        }

        private static String refused() {
            throw new DateTimeException("not a key of ours");
        }
    }

    /** As an address names it. */
    public String word() {
        return name().toLowerCase();
    }

    static ActionOrder named(String word, boolean settled) {
        var usual = settled ? LATEST : DUE;
        return Arrays.stream(values()).filter(order -> order != LATEST && order != DUE && order.word().equals(word)).findFirst().orElse(usual);
    }

    String clause() {
        var down = this == LATEST ? " desc" : "";
        return " order by " + keys.stream().map(key -> key.column + down).collect(Collectors.joining(", ")) + ", a.id" + down;
    }

    String cursor(ActionItem last) {
        return keys.stream().map(key -> key.reading.apply(last)).collect(Collectors.joining(BETWEEN)) + BETWEEN + last.id;
    }

    /** Only what comes after that row. An address somebody has mangled shows the first page. */
    void beyond(String after, StringBuilder where, Map<String, Object> bound) {
        var parts = after == null ? new String[0] : after.split(BETWEEN);
        if (parts.length != keys.size() + 1 || Typed.id(parts[keys.size()]) == null) {
            return;
        }
        try {
            for (var i = 0; i < keys.size(); i++) {
                bound.put("after" + i, keys.get(i).checked(parts[i]));
            }
            bound.put("afterId", Typed.id(parts[keys.size()]));
            where.append(" and (").append(keys.stream().map(key -> key.column).collect(Collectors.joining(", "))).append(", a.id) ").append(this == LATEST ? "<" : ">").append(" (")
                    .append(keys.stream().map(key -> "cast(:after" + keys.indexOf(key) + " as " + key.type + ")").collect(Collectors.joining(", "))).append(", :afterId)");
        } catch (DateTimeException unreadable) {
            bound.keySet().removeIf(name -> name.startsWith("after"));
        }
    }
}
