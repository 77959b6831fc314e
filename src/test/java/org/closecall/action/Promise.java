package org.closecall.action;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import org.closecall.Browser;
import org.closecall.notice.Notice;
import org.closecall.people.Change;
import org.closecall.people.Person;

/** Actions that came from nothing on record, for tests of what people do around them. */
final class Promise {

    private Promise() {
    }

    /** Mia Member's, made by herself: Promise 1, Promise 2 … */
    static void of(int many) {
        QuarkusTransaction.requiringNew().run(() -> {
            var mia = Person.withEmail("member@example.org");
            for (var i = 1; i <= many; i++) {
                var action = new ActionItem();
                action.origin = Origin.NONE;
                action.title = "Promise " + i;
                action.aim = Aim.PREVENT_RECURRENCE;
                action.owner = mia;
                action.add(null, mia, Instant.now());
            }
        });
    }

    /** Besides that it was made. */
    static long changes(long action) {
        return QuarkusTransaction.requiringNew().call(() -> Change.count("subject = 'action' and subjectId = ?1", action)) - 1;
    }

    /** What a person was told, in its order. */
    static List<String> told(String who) {
        return QuarkusTransaction.requiringNew().call(() -> Notice.<Notice>list("person.email = ?1 order by id", who + "@example.org").stream().map(notice -> notice.text).toList());
    }

    /** Of the form that goes there. */
    static String key(Browser browser, String path) {
        var form = browser.page().substring(browser.page().indexOf("action=\"" + path + "\""));
        return form.replaceFirst("(?s).*?name=\"key\" value=\"([^\"]+)\".*", "$1");
    }
}
