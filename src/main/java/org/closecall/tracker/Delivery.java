package org.closecall.tracker;

import io.quarkus.hibernate.orm.panache.Panache;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** What webhooks brought already. By its content: the number a delivery carries is not signed, and could be another the next time. */
final class Delivery {

    private static final Duration KEPT = Duration.ofDays(90);

    private Delivery() {
    }

    /** False when exactly this was brought before. */
    static boolean first(Tracker tracker, byte[] body, Instant now) {
        return Panache.getEntityManager().createNativeQuery("insert into tracker_delivery (tracker_id, digest, at) values (:tracker, :digest, :at) on conflict do nothing")
                .setParameter("tracker", tracker.id).setParameter("digest", digest(body)).setParameter("at", now).executeUpdate() == 1;
    }

    static void sweep(Instant now) {
        Panache.getEntityManager().createNativeQuery("delete from tracker_delivery where at < :before").setParameter("before", now.minus(KEPT)).executeUpdate();
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
