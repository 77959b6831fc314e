package org.closecall.postmortem;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.qute.TemplateExtension;
import jakarta.persistence.Basic;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.closecall.action.ActionItem;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.LazyGroup;
import org.hibernate.type.SqlTypes;

/** A version of a postmortem: what readers see of it, until the next. */
@Entity
public class Publication extends PanacheEntityBase {

    private static final int OPENING = 1_000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Postmortem postmortem;
    public int number;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "template_version_id")
    public TemplateVersion template;
    public String title;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person facilitator;
    @Basic(fetch = FetchType.LAZY)
    @JdbcTypeCode(SqlTypes.JSON)
    public VersionContent content;
    public String opening;
    public int characters;
    /** What the library finds it by. */
    @Basic(fetch = FetchType.LAZY)
    @LazyGroup("words")
    public String words;
    /** The categories of its factors; by them the library finds it and counts. */
    @ElementCollection
    @CollectionTable(name = "publication_factor", joinColumns = @JoinColumn(name = "publication_id"))
    @Column(name = "category_id")
    Set<Long> categories;
    /** What changed since the version before, in the words of who published it. */
    public String note;
    public String waivedBecause;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "published_by")
    public Person publishedBy;
    public Instant publishedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "withdrawn_by")
    public Person withdrawnBy;
    public Instant withdrawnAt;

    /** Newest first. */
    static List<Publication> of(Postmortem postmortem) {
        return list("from Publication x join fetch x.publishedBy left join fetch x.withdrawnBy where x.postmortem.id = ?1 order by x.number desc", postmortem.id);
    }

    /** How many there are, withdrawn ones too. */
    @TemplateExtension
    static long versions(Postmortem of) {
        return count("postmortem.id", of.id);
    }

    /** Those of a file that was brought in may begin later than with the first. */
    private static int latest(Postmortem of) {
        return find("select coalesce(max(x.number), 0) from Publication x where x.postmortem.id = ?1", of.id).project(Integer.class).singleResult();
    }

    static Publication of(Postmortem postmortem, int number) {
        Publication found = find("postmortem.id = ?1 and number = ?2", postmortem.id, number).firstResult();
        if (found == null) {
            throw new NotFoundException("There is no version " + number + " of it");
        }
        return found;
    }

    /** The next version of it, as it is now. */
    static Publication make(Postmortem postmortem, String because, String note, Person by, Instant now) {
        var publication = new Publication();
        publication.postmortem = postmortem;
        publication.number = latest(postmortem) + 1;
        publication.template = postmortem.template;
        publication.title = postmortem.title;
        publication.facilitator = postmortem.facilitator;
        publication.content = VersionContent.of(postmortem);
        publication.categories = publication.content.categories();
        publication.opening = opening(postmortem);
        publication.characters = publication.content.characters();
        publication.words = publication.title + publication.content.words();
        publication.note = Texts.orNull(note);
        publication.waivedBecause = because;
        publication.publishedBy = by;
        publication.publishedAt = now;
        publication.persistAndFlush();
        return publication;
    }

    /** In the history, once the postmortem is saved with it. */
    void record(Person by, Instant now) {
        var after = new LinkedHashMap<String, String>();
        after.put("What changed", note);
        after.put("Published as it is because", waivedBecause);
        Change.record(postmortem.subject(), number == 1 ? "published the postmortem" : "published the postmortem again, as version " + number, Map.of(), after, by, now);
    }

    void withdraw(Person by, Instant now) {
        withdrawnBy = by;
        withdrawnAt = now;
    }

    public boolean withdrawn() {
        return withdrawnAt != null;
    }

    public String path() {
        return postmortem.path() + "/versions/" + number;
    }

    public String name() {
        return "Version " + number;
    }

    /** What readers see now. */
    public boolean current() {
        return postmortem.publication != null && postmortem.publication.id.equals(id);
    }

    /** The number of the one before that readers could see, or null. */
    public Integer former() {
        return find("select max(x.number) from Publication x where x.postmortem = ?1 and x.number < ?2 and x.withdrawnAt is null", postmortem, number).project(Integer.class).firstResult();
    }

    /** Nothing was written since: readers of this one would see the same. */
    public boolean upToDate() {
        var now = postmortem;
        return title.equals(now.title) && template.id.equals(now.template.id) && Objects.equals(id(facilitator), id(now.facilitator)) && content.saysTheSame(VersionContent.of(now));
    }

    /** To be read and never stored: the pages that show a postmortem show any version of it. */
    public Postmortem asItStood() {
        var stood = new Postmortem();
        stood.id = postmortem.id;
        stood.uid = postmortem.uid;
        stood.credited = postmortem.credited;
        stood.occurrence = postmortem.occurrence;
        stood.createdBy = postmortem.createdBy;
        stood.template = template;
        stood.title = title;
        stood.shownTitle = title;
        stood.facilitator = facilitator;
        stood.publication = this;
        stood.publishedAt = publishedAt;
        stood.publishedBy = publishedBy;
        stood.waivedBecause = waivedBecause;
        stood.characters = characters;
        stood.opening = opening;
        stood.standing = this;
        stood.sections = content.texts().stream().map(VersionContent.Text::section).toList();
        stood.factors = content.factors(stood);
        return stood;
    }

    public List<ActionItem> actions() {
        return content.actions().stream().map(action -> action.action(postmortem.occurrence)).toList();
    }

    /** now is the record's. */
    Chronicle chronicle(Chronicle now) {
        return content.timeline() == null ? now.whole() : content.timeline().chronicle(now);
    }

    /** It shows the record's timeline: there were no others yet. */
    public boolean timelineOfRecord() {
        return content.timeline() == null;
    }

    private static String opening(Postmortem postmortem) {
        var body = postmortem.section(postmortem.template.sections().get(0).key()).body;
        return body.substring(0, body.offsetByCodePoints(0, Math.min(OPENING, body.codePointCount(0, body.length()))));
    }

    private static Long id(Person person) {
        return person == null ? null : person.id;
    }
}
