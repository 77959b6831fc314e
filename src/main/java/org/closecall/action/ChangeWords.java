package org.closecall.action;

import io.quarkus.qute.TemplateExtension;
import org.closecall.people.Change;

/** On an action's own page its history need not repeat which action it is. */
@TemplateExtension
final class ChangeWords {

    private ChangeWords() {
    }

    static String deed(Change change) {
        return change.verb.replaceFirst(" the action “.*", " it");
    }
}
