package org.closecall.monthly;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.qute.TemplateExtension;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.catalog.Team;
import org.closecall.people.Change;
import org.closecall.people.Person;

/**
 * The review of a month or a quarter, of the organisation or of a team. A draft shows the numbers as they are; once it is
 * frozen it shows its document for good.
 */
@Entity
public class MonthlyReview extends PanacheEntityBase {

    private static final String WITH_ALL = "from MonthlyReview r left join fetch r.team left join fetch r.frozenBy ";
    /** Whoever comes second finds what is there. */
    private static final String PREPARE = """
            insert into monthly_review (period, first_day, last_day, team_id, prepared_at, prepared_by) values (:period, :first, :last, cast(:team as bigint), :now, cast(:by as bigint))
            on conflict do nothing""";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public String period;
    public LocalDate firstDay;
    public LocalDate lastDay;
    /** Null for that of the organisation. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Team team;
    public Instant preparedAt;
    /** Null when its day had come. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "prepared_by")
    public Person preparedBy;
    public Instant announcedAt;
    /** Null for a draft. */
    public Instant frozenAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "frozen_by")
    public Person frozenBy;
    /** Who talked it over. */
    @ManyToMany
    @JoinTable(name = "monthly_review_participant", joinColumns = @JoinColumn(name = "review_id"), inverseJoinColumns = @JoinColumn(name = "person_id"))
    @OrderBy("name, id")
    public Set<Person> participants = new LinkedHashSet<>();
    @Version
    public int version;

    /** Null when nobody has prepared it. */
    static MonthlyReview of(ReviewPeriod period, Team team) {
        return team == null ? find(WITH_ALL + "where r.period = ?1 and r.team is null", period.name()).firstResult()
                : find(WITH_ALL + "where r.period = ?1 and r.team = ?2", period.name(), team).firstResult();
    }

    public static MonthlyReview shown(long id) {
        return present(find(WITH_ALL + "where r.id = ?1", id).firstResult());
    }

    /** Locks the row: what is written meanwhile is not frozen, or is frozen whole. */
    public static MonthlyReview changing(long id) {
        return present(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Newest first, those older than the last of the page before, or the newest. */
    static List<MonthlyReview> page(LocalDate day, Long before, int most) {
        return day == null || before == null ? MonthlyReview.<MonthlyReview>find(WITH_ALL + "order by r.lastDay desc, r.id desc").page(0, most).list()
                : MonthlyReview.<MonthlyReview>find(WITH_ALL + "where r.lastDay < ?1 or r.lastDay = ?1 and r.id < ?2 order by r.lastDay desc, r.id desc", day, before).page(0, most).list();
    }

    /** {person.draftReview}: the newest that was announced and nobody has frozen, of those somebody subscribes to; null when there is none. */
    @TemplateExtension(matchName = "draftReview")
    static MonthlyReview waitingFor(Person person) {
        return find("from MonthlyReview r left join fetch r.team t where r.frozenAt is null and r.announcedAt is not null and exists (select 1 from ReviewSubscription s where s.person = ?1 and (s.team = t or s.team is null and t is null)) "
                + "order by r.lastDay desc, r.id desc", person).firstResult();
    }

    /** The one there is now, made by this or by whoever was faster. by is null when its day has come. */
    static MonthlyReview prepare(ReviewPeriod period, Team team, Person by, Instant now) {
        var made = getEntityManager().createNativeQuery(PREPARE).setParameter("period", period.name()).setParameter("first", period.from()).setParameter("last", period.to())
                .setParameter("team", team == null ? null : team.id.toString()).setParameter("now", now).setParameter("by", by == null ? null : by.id.toString()).executeUpdate();
        var review = of(period, team);
        if (made == 1) {
            Change.record(review.subject(), "prepared the review", Map.of(), Map.of(), by, now);
        }
        return review;
    }

    /** Prepared and frozen at once, as if somebody had done so then: with what was known at that moment. */
    public static MonthlyReview keep(YearMonth month, Person by, Instant now) {
        var period = ReviewPeriod.of(month.toString());
        var review = prepare(period, null, by, now);
        review.freeze(Document.now(period, Scoped.of(period, null, now), review), by, now);
        return review;
    }

    /** Whether there is one of the organisation. */
    public static boolean prepared(YearMonth month) {
        return of(ReviewPeriod.of(month.toString()), null) != null;
    }

    /** False when it was announced before, also by somebody else at this moment. */
    boolean announce(Instant now) {
        return update("announcedAt = ?1 where id = ?2 and announcedAt is null", now, id) == 1;
    }

    /** What it says now it says for good. */
    void freeze(Document document, Person by, Instant now) {
        frozenAt = now;
        frozenBy = by;
        FrozenDocument.keep(this, document);
        told("froze the review", Map.of(), Map.of("Definitions", String.valueOf(document.about().definitions())), by, now);
    }

    /** False when they were the same. */
    boolean attended(List<Person> by, Person said, Instant now) {
        var before = names();
        participants.clear();
        participants.addAll(by);
        if (before.equals(names())) {
            return false;
        }
        told("said who took part", Map.of("Participants", before), Map.of("Participants", names()), said, now);
        return true;
    }

    void told(String verb, Map<String, String> before, Map<String, String> after, Person by, Instant now) {
        getEntityManager().flush();
        Change.record(subject(), verb, before, after, by, now);
    }

    public String names() {
        return participants.stream().map(person -> person.name).sorted().collect(Collectors.joining(", "));
    }

    public boolean frozen() {
        return frozenAt != null;
    }

    public ReviewPeriod time() {
        return ReviewPeriod.of(period);
    }

    /** October 2026; October 2026, Payments. */
    public String label() {
        return time().label() + (team == null ? "" : ", " + team.name);
    }

    public String address() {
        return address(time(), team);
    }

    static String address(ReviewPeriod period, Team team) {
        return "/reliability/" + period.name() + (team == null ? "" : "?team=" + team.id);
    }

    /** Under which everything about it is written. */
    public String path() {
        return "/reliability/reviews/" + id;
    }

    Change.Subject subject() {
        return new Change.Subject("monthly review", id, null, version);
    }

    private static MonthlyReview present(MonthlyReview found) {
        if (found == null) {
            throw new NotFoundException("There is no such review");
        }
        return found;
    }
}
