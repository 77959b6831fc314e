package org.closecall.people;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.ws.rs.NotFoundException;
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

    public static Person create(String name, String email, Role role, String password, Instant now) {
        var person = new Person();
        person.name = name.strip();
        person.email = email.strip().toLowerCase(Locale.ROOT);
        person.role = role;
        person.createdAt = now;
        person.passwordHash = BcryptUtil.bcryptHash(password, BCRYPT_COST);
        person.persist();
        return person;
    }

    public static Person withEmail(String email) {
        return find("lower(email) = ?1", email.strip().toLowerCase(Locale.ROOT)).firstResult();
    }

    /** Takes as long for an unknown e-mail as for a wrong password, so that neither tells who is here. */
    public static Person signingIn(String email, String password) {
        var person = withEmail(email);
        var matches = BcryptUtil.matches(password, person == null ? NOBODYS_HASH : person.passwordHash);
        return matches && person != null && person.active() ? person : null;
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

    /** By name; after is the last one of the page before, or null. */
    static List<Person> everyOne(Person after, int most) {
        var from = after == null ? "" : after.name;
        return find("name > ?1 or name = ?1 and id > ?2 order by name, id", from, after == null ? 0L : after.id).page(0, most).list();
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
        return BcryptUtil.matches(password, passwordHash);
    }

    /** Ends every session that the old password opened. */
    public void changePassword(String password) {
        passwordHash = BcryptUtil.bcryptHash(password, BCRYPT_COST);
        sessionStamp++;
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
