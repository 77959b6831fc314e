package org.closecall.tracker;

import io.quarkus.qute.TemplateData;

/** What an administrator enters at the tracker. */
@TemplateData
public record Webhook(String address, String secret, String events) {

    /** A secret that cannot be read any longer is shown as none: a new one can be made. */
    static Webhook of(Tracker tracker, String own, Seal seal) {
        return new Webhook(own + "/hooks/" + tracker.hook, tracker.secret(seal), switch (tracker.kind) {
            case GITHUB -> "Content type application/json; events Issues and Pull requests.";
            case GITLAB -> "Triggers Issues events and Merge request events.";
            case JIRA -> "Event Issue updated. Where Jira has no field for a secret, add ?secret= and the secret to the address.";
        });
    }
}
