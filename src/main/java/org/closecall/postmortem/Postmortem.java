package org.closecall.postmortem;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.web.Option;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The review of an occurrence: a document that several people write, and one that is read. */
@Entity
public class Postmortem extends PanacheEntityBase {

    static final String EDITED = "edited the postmortem";
    private static final int CHARACTERS_A_MINUTE = 1200;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @OneToOne(fetch = FetchType.LAZY)
    public Occurrence occurrence;
    /** Stays the same wherever it is taken. */
    public UUID uid = UUID.randomUUID();
    /** What it is written with. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "template_version_id")
    public TemplateVersion template;
    public String title;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person facilitator;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    public Person createdBy;
    public Instant createdAt;
    public Instant publishedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "published_by")
    public Person publishedBy;
    public String waivedBecause;
    /** Those a file names as its authors, maybe none; null when it was written here. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> credited;
    /** What readers see; null while it is a draft. The three before it are its: lists sort by them. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Publication publication;
    @Version
    public int version;
    @OneToMany(mappedBy = "postmortem", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    public List<PostmortemSection> sections = new ArrayList<>();
    @OneToMany(mappedBy = "postmortem")
    @OrderBy("position, id")
    public List<ContributingFactor> factors = new ArrayList<>();
    // lists say how far it is and how it begins without reading megabytes; the short ones may be nothing but questions, see Texts.says
    @Formula("(select count(*) from postmortem_section s where s.postmortem_id = id and s.former_title is null "
            + "and (s.characters > 4000 or regexp_replace(s.body, '^\\s*[*][*][^*]+\\x3f[*][*]\\s*$', '', 'gn') ~ '\\S'))")
    private int written;
    @Formula("coalesce((select x.characters from publication x where x.id = publication_id), (select sum(s.characters) from postmortem_section s where s.postmortem_id = id))")
    Integer characters;
    @Formula("coalesce((select x.opening from publication x where x.id = publication_id), (select left(s.body, 1000) from postmortem_section s where s.postmortem_id = id and s.position = 0))")
    String opening;
    /** As readers see it. */
    @Formula("coalesce((select x.title from publication x where x.id = publication_id), title)")
    public String shownTitle;
    /** The version that this shows; null for the text that is worked on. */
    @Transient
    Publication standing;
    @Formula("(select count(*) from review_invitation i where i.postmortem_id = id and i.ended_at is null)")
    private int asked;
    // several parts of a page show some of it
    @Transient
    private Reviewing reviewing;
    @Transient
    private Chronicle chronicle;

    /** Null when none was started. */
    public static Postmortem of(Occurrence occurrence) {
        return find("occurrence", occurrence).firstResult();
    }

    /** By the occurrence's id; in one statement. */
    public static Map<Long, Postmortem> of(List<Occurrence> occurrences) {
        List<Postmortem> found = occurrences.isEmpty() ? List.of() : list("occurrence in ?1", occurrences);
        return found.stream().collect(Collectors.toMap(postmortem -> postmortem.occurrence.id, postmortem -> postmortem));
    }

    public static List<Postmortem> latestPublished(int most) {
        return find("from Postmortem p join fetch p.occurrence o where p.publishedAt is not null and o.deletedAt is null order by p.publishedAt desc, p.id desc")
                .page(0, most).list();
    }

    /** Those that somebody started or facilitates, and has not yet published. */
    public static List<Postmortem> draftsOf(Person person, int most) {
        return Postmortem.<Postmortem>find("from Postmortem p join fetch p.occurrence o where p.publishedAt is null and o.deletedAt is null and (p.createdBy = ?1 or p.facilitator = ?1) order by p.createdAt desc, p.id desc", person).page(0, most).list();
    }

    /** The one there is, however often it is started. The lock lets two people start at once. */
    static Postmortem start(Occurrence occurrence, TemplateVersion template, Person by, Instant now) {
        getEntityManager().refresh(occurrence, LockModeType.PESSIMISTIC_WRITE);
        var there = of(occurrence);
        return there == null ? Beginning.begin(occurrence, template, by, now) : there;
    }

    static Postmortem there(Occurrence occurrence) {
        return found(of(occurrence), occurrence);
    }

    /** Locks the row, so that texts are compared one writer at a time. */
    public static Postmortem editing(Occurrence occurrence) {
        return found(find("occurrence", occurrence).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult(), occurrence);
    }

    public String path() {
        return "/occurrences/" + occurrence.number + "/postmortem";
    }

    public String heading() {
        return "Postmortem of #" + occurrence.number;
    }

    public State state() {
        return published() ? State.PUBLISHED : asked > 0 ? State.IN_REVIEW : State.DRAFT;
    }

    public boolean published() {
        return publishedAt != null;
    }

    /** Where those who write it read what they wrote. */
    public String workingPath() {
        return published() ? path() + "/draft" : path();
    }

    public Reviewing reviewing() {
        reviewing = reviewing == null ? Reviewing.of(this) : reviewing;
        return reviewing;
    }

    /** Asked for several times on a page. */
    public Chronicle chronicle() {
        chronicle = chronicle == null ? Chronicle.of(this) : chronicle;
        return chronicle;
    }

    public Publication standing() {
        return standing;
    }

    public int sectionsWritten() {
        return written;
    }

    public int sectionsTotal() {
        return template.sections().size();
    }

    /** Those who are at work in it, besides whoever asks. */
    public List<Presence> others(Person me, Instant now) {
        return Presence.others(this, me, now);
    }

    /** What it says in the section with the key; nothing when there is no such section. */
    public static String text(Occurrence occurrence, String key) {
        return PostmortemSection.<PostmortemSection>find("postmortem.occurrence = ?1 and key = ?2", occurrence, key).firstResultOptional().map(section -> section.body).orElse("");
    }

    /** What there is to write: the template's, and what it asked for once. */
    public Asked asked() {
        return new Asked(template, sections, factors);
    }

    /** The first sentences, for lists. */
    public String lead() {
        return Opening.of(opening).sentences();
    }

    public int minutes() {
        return characters == null ? 1 : Math.max(1, Math.round((float) characters / CHARACTERS_A_MINUTE));
    }

    public PostmortemSection section(String key) {
        return sections.stream().filter(section -> section.key.equals(key)).findFirst().orElseThrow(NotFoundException::new);
    }

    /** Whether a part has anything of its own. */
    public boolean filled(Part part) {
        return part.form() == Part.Form.FACTORS ? !factors.isEmpty()
                : !part.sections().isEmpty() && part.sections().stream().allMatch(asked -> section(asked.key()).written());
    }

    /** Those who work here, and whoever facilitates already. */
    public List<Option> facilitators() {
        return Stream.concat(Person.working().stream(), Stream.ofNullable(facilitator)).distinct().map(person -> Option.of(person.id, person.name)).toList();
    }

    public List<Option> sectionOptions() {
        return asked().texts().stream().map(text -> Option.of(text.key(), text.title())).toList();
    }

    /** As the next version. note is what changed since the one before. */
    public void publish(String because, String note, Person by, Instant now) {
        publication = Publication.make(this, because, note, by, now);
        publishedAt = now;
        publishedBy = by;
        waivedBecause = because;
        ReviewInvitation.closeAll(this, by, now);
        getEntityManager().flush();
        publication.record(by, now);
    }

    void withdraw(Person by, Instant now) {
        publication.withdraw(by, now);
        publication = null;
        publishedAt = null;
        publishedBy = null;
        waivedBecause = null;
        getEntityManager().flush();
        Change.record(subject(), "withdrew the postmortem", Map.of(), Map.of(), by, now);
    }

    public Change.Subject subject() {
        return new Change.Subject("postmortem", id, occurrence.id, version);
    }

    private static Postmortem found(Postmortem postmortem, Occurrence occurrence) {
        if (postmortem == null) {
            throw new NotFoundException("There is no postmortem of #" + occurrence.number);
        }
        return postmortem;
    }
}
