package org.closecall.web;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.closecall.people.Person;

/** The one-time key a form carries: the same form sent twice leads to what the first one made. */
@Entity
public class FormKey extends PanacheEntityBase {

    @Id
    public UUID key;
    public String digest;
    public String location;
    public Long personId;
    public Instant usedAt;

    public static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** Waits for a twin that is still being written, so that two clicks at once also make one thing. */
    public static Use use(String key, Record form, Person me) {
        var id = parse(key);
        if (id == null) {
            return new Use(null, false);
        }
        getEntityManager().createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .setParameter("key", id.toString()).getSingleResult();
        FormKey used = findById(id);
        var mine = used != null && used.personId.equals(me.id);
        return new Use(mine ? used.location : null, mine && !used.digest.equals(digest(form)));
    }

    public static void used(String key, Record form, Person me, String location, Instant now) {
        var id = parse(key);
        if (id == null || findById(id) != null) {
            return;
        }
        var used = new FormKey();
        used.key = id;
        used.digest = digest(form);
        used.location = location;
        used.personId = me.id;
        used.usedAt = now;
        used.persist();
    }

    private static UUID parse(String key) {
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static String digest(Record form) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(form.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** location: what this key made before, or null; changed: whether the form said something else then. */
    public record Use(String location, boolean changed) {

        public boolean repeated() {
            return location != null && !changed;
        }
    }
}
