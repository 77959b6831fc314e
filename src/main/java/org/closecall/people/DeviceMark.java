package org.closecall.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a browser keeps once somebody has signed in there: that this device is known to that account. It opens nothing, and ends with the password and the role. */
final class DeviceMark {

    private static final String ALGORITHM = "HmacSHA256";

    private DeviceMark() {
    }

    static String fresh(Person person) {
        var device = Token.fresh();
        return device + "." + seal(person, device);
    }

    /** person may be null. */
    static boolean fits(Person person, String mark) {
        var dot = mark.indexOf('.');
        return dot > 0 && person != null && MessageDigest.isEqual(seal(person, mark.substring(0, dot)).getBytes(StandardCharsets.US_ASCII), mark.substring(dot + 1).getBytes(StandardCharsets.US_ASCII));
    }

    private static String seal(Person person, String device) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            var key = ConfigProvider.getConfig().getValue("quarkus.http.auth.session.encryption-key", String.class);
            mac.init(new SecretKeySpec(("device " + key).getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal((device + " " + person.sessionStamp + " " + person.email).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
