package org.closecall.people;

import java.util.Arrays;
import java.util.List;
import org.closecall.web.Option;

/** What the access log knows of. */
public enum Deed {
    SIGNED_IN("signed in"),
    SIGN_IN_FAILED("failed to sign in"),
    TOLD_TO_WAIT("was told to wait after failures"),
    SIGNED_OUT("signed out"),
    SESSIONS_ENDED("ended sessions"),
    SET_UP("set up the organisation"),
    INVITED("invited somebody"),
    INVITATION_RENEWED("made a new invitation link"),
    INVITATION_WITHDRAWN("withdrew an invitation"),
    JOINED("accepted an invitation"),
    RENAMED("changed name or e-mail"),
    ROLE_CHANGED("changed a role"),
    DEACTIVATED("deactivated an account"),
    REACTIVATED("reactivated an account"),
    PASSWORD_REFUSED("gave a wrong password to change it"),
    PASSWORD_CHANGED("changed the password"),
    RESET_LINK_MADE("made a link for a new password"),
    PASSWORD_RESET("chose a new password by link"),
    TOKEN_CREATED("created a token"),
    TOKEN_USED("used a token"),
    TOKEN_REVOKED("revoked a token"),
    FEED_CREATED("made a calendar address"),
    FEED_READ("read a calendar address"),
    FEED_ENDED("ended a calendar address"),
    TRACKER_KEYS("changed the token or secret of a tracker"),
    EXPORTED("took out data"),
    LOG_READ("read this log"),
    LOG_EXPORTED("took out this log");

    public final String label;

    Deed(String label) {
        this.label = label;
    }

    static List<Option> options() {
        return Arrays.stream(values()).map(deed -> Option.of(deed, deed.label)).toList();
    }
}
