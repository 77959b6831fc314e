package org.closecall.kill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was acknowledged, compared with what the database holds. */
final class Ledger {

    private static final String FILED = "select narrative from occurrence";
    private static final String EDITED = "select field ->> 'after' from change, jsonb_array_elements(fields) field where subject = 'occurrence' and verb = 'edited' and field ->> 'after' like 'Kill test % edit _'";
    private static final String NOTED = "select text from timeline_entry where text like 'Kill test %'";
    private static final String PROMISED = "select title from action_item";
    private static final String COMPLETED = "select evidence from action_transition where target = 'DONE'";

    private final Queue<String> filed = new ConcurrentLinkedQueue<>();
    private final Queue<String> edited = new ConcurrentLinkedQueue<>();
    private final Queue<String> noted = new ConcurrentLinkedQueue<>();
    private final Queue<String> promised = new ConcurrentLinkedQueue<>();
    private final Queue<String> completed = new ConcurrentLinkedQueue<>();
    private final Queue<String> places = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    void filed(String narrative, String place) {
        filed.add(narrative);
        places.add(place);
    }

    void edited(String title) {
        edited.add(title);
    }

    void noted(String text) {
        noted.add(text);
    }

    void promised(String title) {
        promised.add(title);
    }

    void completed(String evidence) {
        completed.add(evidence);
    }

    /** Anything but an acknowledgement that a worker could not explain by a kill. */
    void refused(String what) {
        refused.add(what);
    }

    int size() {
        return filed.size() + edited.size() + noted.size() + promised.size() + completed.size();
    }

    String counts() {
        return "%,d filed, %,d edited, %,d noted, %,d promised, %,d completed".formatted(filed.size(), edited.size(), noted.size(), promised.size(), completed.size());
    }

    /** Empty when everything acknowledged is there once, and nothing else is. */
    List<String> faults(Site site) throws SQLException, IOException {
        var faults = new ArrayList<>(refused);
        try (var connection = site.connect()) {
            compare("filed", filed, FILED, connection, faults);
            compare("edited", edited, EDITED, connection, faults);
            compare("noted", noted, NOTED, connection, faults);
            compare("promised", promised, PROMISED, connection, faults);
            compare("completed", completed, COMPLETED, connection, faults);
            if (places.stream().distinct().count() != places.size()) {
                faults.add("two filings were given one number");
            }
            one("select count(*) = count(distinct number) and max(number) = (select last_number from organisation) from occurrence", "numbers are given once and counted on", connection, faults);
            one("select count(*) = count(distinct (subject_id, version)) from change where subject = 'occurrence' and verb = 'edited'", "each edit moved its record's version on", connection, faults);
            one("select bool_and(state = 'DONE') from action_item", "what was completed is done", connection, faults);
        }
        return faults;
    }

    private static void compare(String what, Queue<String> acknowledged, String sql, Connection connection, List<String> faults) throws SQLException {
        Map<String, Integer> there = new HashMap<>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                there.merge(String.valueOf(rows.getString(1)), 1, Integer::sum);
            }
        }
        acknowledged.stream().filter(text -> !there.containsKey(text)).forEach(text -> faults.add(what + ", acknowledged and lost: " + text));
        there.forEach((text, times) -> {
            if (times > 1) {
                faults.add(what + " " + times + " times: " + text);
            } else if (!acknowledged.contains(text)) {
                faults.add(what + ", there and never acknowledged: " + text);
            }
        });
    }

    private static void one(String sql, String expected, Connection connection, List<String> faults) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            if (!rows.getBoolean(1)) {
                faults.add("not true: " + expected);
            }
        }
    }
}
