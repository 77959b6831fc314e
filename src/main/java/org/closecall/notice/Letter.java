package org.closecall.notice;

import java.time.LocalDate;

/** What a mail says. day is null for one that collects nothing, unsubscribe where there is nothing to leave. */
record Letter(LocalDate day, String subject, String text, String html, String unsubscribe) {
}
