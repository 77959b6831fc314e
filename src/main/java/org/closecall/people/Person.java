package org.closecall.people;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.ws.rs.NotFoundException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;

/** Writes only what was changed: a new password must not undo the deactivation it crossed. */
@Entity
@DynamicUpdate
public class Person extends PanacheEntityBase {

    private static final int BCRYPT_COST = 12;
    private static final int BCRYPT_BYTES = 72;
    private static final String NOBODYS_HASH = BcryptUtil.bcryptHash("nobody has this password", BCRYPT_COST);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public String name;
    public String email;
    public String passwordHash;
    @Enumerated(EnumType.STRING)
    public Role role;
    public String timeZone;
    public boolean shortcuts = true;
    public int sessionStamp;
    public Instant createdAt;
    public Instant deactivatedAt;
    /** Null follows the system. */
    public String theme;
    /** Invented, for the sample organisation: nobody is behind it. */
    @Column(updatable = false)
    public boolean sample;

    /** A colleague who does not exist: whoever tries to sign in as one finds no password that fits. */
    public static Person invent(String name, String email, Instant now) {
        var person = new Person();
        person.name = name;
        person.email = email;
        person.role = Role.MEMBER;
        person.createdAt = now;
        person.passwordHash = NOBODYS_HASH;
        person.sample = true;
        person.persist();
        return person;
    }

    public static Person create(String name, String email, Role role, String password, Instant now) {
        var person = new Person();
        person.name = name.strip();
        person.email = email.strip().toLowerCase(Locale.ROOT);
        person.role = role;
        person.createdAt = now;
        person.passwordHash = hash(password);
        person.persist();
        return person;
    }

    public static Person withEmail(String email) {
        return find("lower(email) = ?1", email.strip().toLowerCase(Locale.ROOT)).firstResult();
    }

    /** Takes as long for an unknown e-mail as for a wrong password, so that neither tells who is here. */
    public static Person signingIn(String email, String password) {
        var person = withEmail(email);
        var matches = matches(password, person == null ? NOBODYS_HASH : person.passwordHash);
        return matches && person != null && person.active() && !person.sample ? person : null;
    }

    public static List<Person> active(Role... roles) {
        return list("deactivatedAt is null and role in ?1 order by name, id", roles.length == 0 ? List.of(Role.values()) : List.of(roles));
    }

    /** Those who can own an action, lead or facilitate. */
    public static List<Person> working() {
        return active(Role.MEMBER, Role.ADMINISTRATOR);
    }

    /** Whoever has been here longest of those who may do everything: what a command does is done in that name. */
    public static Person firstAdministrator() {
        return find("role = ?1 and deactivatedAt is null order by id", Role.ADMINISTRATOR).firstResult();
    }

    /** Of everybody who is or was here. */
    public static List<String> names() {
        return find("select p.name from Person p").project(String.class).list();
    }

    static Person found(long id) {
        Person person = findById(id);
        if (person == null) {
            throw new NotFoundException();
        }
        return person;
    }

    public boolean active() {
        return deactivatedAt == null;
    }

    public boolean member() {
        return role != Role.VIEWER;
    }

    public boolean administrator() {
        return role == Role.ADMINISTRATOR;
    }

    public boolean hasPassword(String password) {
        return matches(password, passwordHash);
    }

    /** Ends every session that the old password opened, and every link for a new one. */
    public void changePassword(String password) {
        passwordHash = hash(password);
        sessionStamp++;
        // the person first, as whoever makes or uses a link locks them
        getEntityManager().flush();
        PasswordReset.passwordChanged(this);
    }

    private static String hash(String password) {
        return BcryptUtil.bcryptHash(whole(password), BCRYPT_COST);
    }

    private static boolean matches(String password, String hash) {
        return BcryptUtil.matches(whole(password), hash);
    }

    /** bcrypt reads 72 bytes: of what is longer it gets a digest, so that all of it counts. */
    private static String whole(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > BCRYPT_BYTES ? Token.digest(password) : password;
    }

    /** False when nothing was changed. */
    boolean rename(String newName, String newEmail, Person by, Instant now) {
        var before = snapshot();
        name = newName.strip();
        email = newEmail.strip().toLowerCase(Locale.ROOT);
        if (before.equals(snapshot())) {
            return false;
        }
        Change.record(subject(), "edited", before, snapshot(), by, now);
        Invitation.withdrawAll(email, by, now);
        AuditEntry.record(Deed.RENAMED, by, this, name + ", " + email, now);
        if (this != by) {
            Told.tell(this, by.name + " changed your name or e-mail: you sign in with " + email, now);
        }
        return true;
    }

    Change.Subject subject() {
        return new Change.Subject("person", id, null, null);
    }

    Map<String, String> snapshot() {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("Name", name);
        snapshot.put("E-mail", email);
        snapshot.put("Role", role.label);
        return snapshot;
    }

    /** Where administrators read who got in as this person. */
    public String accessLog() {
        return "/admin/access?who=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
    }

    public ZoneId zone(Organisation organisation) {
        return timeZone == null ? organisation.zone() : ZoneId.of(timeZone);
    }

    public String initials() {
        var words = name.strip().split("\\s+");
        return Stream.of(words[0], words.length > 1 ? words[words.length - 1] : "")
                .filter(word -> !word.isEmpty()).map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining()).toUpperCase(Locale.ROOT);
    }
}
