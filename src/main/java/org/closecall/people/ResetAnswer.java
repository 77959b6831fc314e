package org.closecall.people;

import java.time.Instant;

/** What the command on the server prints. */
record ResetAnswer(boolean good, String text) {

    /** In a transaction. address is where this installation is reached. */
    static ResetAnswer to(String email, String address, Instant now) {
        var person = Person.withEmail(email);
        if (person == null) {
            return new ResetAnswer(false, "Nobody here has the e-mail " + email.strip() + "\n");
        }
        if (person.sample) {
            return new ResetAnswer(false, "Nobody is behind this account: it came with the sample\n");
        }
        if (!person.active()) {
            return new ResetAnswer(false, person.name + " is deactivated: an administrator can reactivate the account\n");
        }
        var path = PasswordResets.PATH + PasswordReset.offer(person, null, now);
        return new ResetAnswer(true, "%s%s%n%s chooses a new password there, once, within 24 hours. If that is not where your Closecall is reached, put its address before %s%n"
                .formatted(address.replaceAll("/+$", ""), path, person.name, PasswordResets.PATH + "…"));
    }
}
