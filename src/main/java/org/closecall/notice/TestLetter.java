package org.closecall.notice;

import org.closecall.people.Organisation;
import org.closecall.people.Person;

/** So that administrators see whether mail arrives, and whether its links lead here. */
final class TestLetter {

    private static final String TEXT = "Hello %s,\n\nthis is the test mail you asked for. If this link opens your inbox, the address is right too:\n%s\n";
    private static final String HTML = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Test mail</title></head><body><p>This is the test mail you asked for. If <a href=\"%s\">this link</a> opens your inbox, the address is right too.</p></body></html>\n";

    private TestLetter() {
    }

    static Letter to(Person person, Organisation organisation) {
        return new Letter(null, "Test mail from Closecall, " + organisation.name, TEXT.formatted(person.name, Site.url("/inbox")), HTML.formatted(Site.url("/inbox")), null);
    }
}
