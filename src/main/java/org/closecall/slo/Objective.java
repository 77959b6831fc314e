package org.closecall.slo;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.closecall.catalog.CatalogEntry;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.web.Typed;

/** A service level objective (SLO): what part of time or requests must be good over a window. */
@Entity
public class Objective extends CatalogEntry {

    private static final int LONGEST_HANDLE = 63;
    private static final String WHOLE = "from Objective b join fetch b.service s left join fetch s.team left join fetch b.team ";
    private static final BigDecimal PER_CENT = BigDecimal.valueOf(100);

    @ManyToOne(fetch = FetchType.LAZY)
    public Service service;
    /** How OpenSLO files name it. */
    public String handle;
    public String description;
    @Enumerated(EnumType.STRING)
    public ObjectiveKind kind;
    /** Per cent. */
    public BigDecimal target;
    @Enumerated(EnumType.STRING)
    public WindowKind windowKind;
    /** Of a rolling window only. */
    public Integer windowDays;
    public String good;
    @ManyToOne(fetch = FetchType.LAZY)
    public Team team;
    public String policy;
    public String openSlo;
    @Version
    public int version;
    public Instant createdAt;

    public static Objective found(long id) {
        return present(Objective.<Objective>find(WHOLE + "where b.id = ?1", id).firstResult());
    }

    /** A second saver waits here for the first and then sees what that one saved. */
    public static Objective changing(long id) {
        return present(Objective.<Objective>findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** In use or not, by service and name. */
    static List<Objective> all() {
        return list(WHOLE + "order by lower(s.name), lower(b.name), b.id");
    }

    /** Those in use, of a service or of the services of a team, null being all. */
    static List<Objective> inUse(Service service, Team team) {
        return list(WHOLE + "where b.archivedAt is null and (?1 is null or s.id = ?1) and (?2 is null or s.team.id = ?2) order by lower(s.name), lower(b.name), b.id",
                service == null ? null : service.id, team == null ? null : team.id);
    }

    static List<Objective> of(Collection<Service> services) {
        return services.isEmpty() ? List.of() : list(WHOLE + "where b.archivedAt is null and s in ?1 order by lower(s.name), lower(b.name), b.id", services);
    }

    /** Also finds what is retired: a name is held for good. */
    static Objective named(Service service, String name) {
        return find("service = ?1 and lower(name) = lower(?2)", service, name).firstResult();
    }

    static Objective withHandle(String handle) {
        return Objective.<Objective>find(WHOLE + "where b.handle = ?1", handle).firstResult();
    }

    /** Takes the one asked for, or makes one of the names; nobody else has it. */
    public void takeHandle(String wanted) {
        var asked = wanted == null ? handleOf(service.name + " " + name) : wanted;
        handle = asked;
        for (var next = 2; count("handle", handle) > 0; next++) {
            handle = asked.substring(0, Math.min(asked.length(), LONGEST_HANDLE - 5)) + "-" + next;
        }
    }

    /** Samples of an hour each, from a moment on: good requests and all. */
    public void sampled(Instant from, List<long[]> hours) {
        var samples = new ArrayList<SliSamples.Sample>();
        hours.forEach(hour -> samples.add(new SliSamples.Sample(from.plus(samples.size(), ChronoUnit.HOURS), 3600, hour[0], hour[1])));
        SliSamples.store(this, samples);
    }

    /** As names are written in such files: payments-checkout. */
    static String handleOf(String words) {
        var plain = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        var cut = plain.substring(0, Math.min(plain.length(), LONGEST_HANDLE)).replaceAll("-+$", "");
        return cut.isEmpty() ? "objective" : cut;
    }

    public String address() {
        return "/prevention/slos/" + id;
    }

    @Override
    public Change.Subject subject() {
        return new Change.Subject("objective", id, null, version);
    }

    /** For what was said of it beside its form: that is no new version of the form. */
    Change.Subject aside(Long occurrenceId) {
        return new Change.Subject("objective", id, occurrenceId, null);
    }

    @Override
    public Map<String, String> snapshot() {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("Service", service.name);
        snapshot.put("Name", name);
        snapshot.put("Description", description);
        snapshot.put("Counts", kind.label);
        snapshot.put("Target", targetText());
        snapshot.put("Window", windowText());
        snapshot.put("What counts as good", good);
        snapshot.put("Team", team == null ? null : team.name);
        snapshot.put("Policy", policy);
        return snapshot;
    }

    @Override
    public void archive(Person by, Instant now) {
        super.archive(by, now);
        BurnRateAlert.endAll(this, now);
    }

    /** As a fraction, in exact decimals. */
    public BigDecimal fraction() {
        return target.divide(PER_CENT);
    }

    /** 99.9 % */
    public String targetText() {
        return target.stripTrailingZeros().toPlainString() + "\u00a0%";
    }

    /** rolling 30 days, calendar month */
    public String windowText() {
        return windowKind == WindowKind.ROLLING ? "rolling " + windowDays + (windowDays == 1 ? " day" : " days") : windowKind.label.toLowerCase(Locale.ROOT);
    }

    /** Its own, or its service's; null when there is neither. */
    public Team owner() {
        return team == null ? service.team : team;
    }

    /** Card payments succeed, 99.9 % of requests, rolling 30 days */
    public String inFull() {
        return name + ", " + targetText() + " of " + (kind.time() ? "time" : "requests") + ", " + windowText();
    }

    boolean withoutBudget() {
        return target.compareTo(PER_CENT) == 0;
    }

    public boolean agreed() {
        return Typed.given(policy);
    }
}
