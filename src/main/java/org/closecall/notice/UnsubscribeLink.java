package org.closecall.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/** Signed with the key of the sessions, so that it works without signing in and nobody can make one for somebody else. */
final class UnsubscribeLink {

    /** Every kind that may be left. */
    static final String ALL = "ALL";
    private static final String ALGORITHM = "HmacSHA256";

    private UnsubscribeLink() {
    }

    static String path(Long person, String what) {
        return "/unsubscribe/" + person + "/" + what + "/" + token(person, what);
    }

    static boolean fits(Long person, String what, String token) {
        return MessageDigest.isEqual(token(person, what).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.US_ASCII));
    }

    private static String token(Long person, String what) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            var key = ConfigProvider.getConfig().getValue("quarkus.http.auth.session.encryption-key", String.class);
            mac.init(new SecretKeySpec(("unsubscribe " + key).getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal((person + " " + what).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
