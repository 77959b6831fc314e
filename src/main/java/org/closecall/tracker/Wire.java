package org.closecall.tracker;

import com.fasterxml.jackson.databind.JsonNode;

/** What we want of a tracker, whichever it is. Each throws a Refusal, and nothing else, when it cannot be had. */
interface Wire {

    int LATEST = 50;

    /** Whose the token is. */
    String whoAmI();

    /** Null when nothing has changed since etag. */
    Seen look(Place place, String etag);

    /** The number of what was made. Asked once: whoever gets a LostAnswer looks before asking again. */
    String create(String project, String title, String body);

    /** The number of the latest issue whose text has the reference; null when there is none. */
    String find(String project, String reference);

    /** Of what was just made. */
    static String number(JsonNode said) {
        if (!said.asText().matches("([A-Z][A-Z0-9_]+-)?\\d{1,12}")) {
            throw new LostAnswer("did not say what it made");
        }
        return said.asText();
    }

    /** The first whose text has it. */
    static String holding(JsonNode list, String text, String reference, String number) {
        for (var issue : list) {
            if (issue.at(text).asText().contains(reference)) {
                return issue.path(number).asText();
            }
        }
        return null;
    }
}
