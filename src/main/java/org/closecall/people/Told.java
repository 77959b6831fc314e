package org.closecall.people;

import java.time.Instant;
import org.closecall.notice.Notice;
import org.closecall.notice.NoticeKind;

/** Whose access somebody changes hears of it, wherever it was done. */
final class Told {

    private Told() {
    }

    static void tell(Person whose, String what, Instant now) {
        Notice.tell(whose, NoticeKind.ACCESS, what, "/profile", "access:" + now, now);
    }
}
