package org.closecall.postmortem;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Person;
import org.closecall.review.Review;
import org.closecall.review.ReviewRule;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a template asked for at one time, in its order. Never changed: what was written keeps it. */
@Entity
@Immutable
@Table(name = "postmortem_template_version")
public class TemplateVersion extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public PostmortemTemplate template;
    public int number;
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Part> parts;
    /** What was changed and why, in the words of who did. */
    public String note;
    /** Null when it came with the application. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "made_by")
    public Person madeBy;
    public Instant madeAt;

    static TemplateVersion make(PostmortemTemplate template, int number, TemplateForm form, Person by, Instant now) {
        var version = new TemplateVersion();
        version.template = template;
        version.number = number;
        version.parts = form.parts();
        version.note = Texts.orNull(form.note());
        version.madeBy = by;
        version.madeAt = now;
        version.persist();
        return version;
    }

    static TemplateVersion latest(PostmortemTemplate template) {
        return find("template = ?1 order by number desc", template).firstResult();
    }

    /** Newest first. */
    static List<TemplateVersion> of(PostmortemTemplate template) {
        return list("from TemplateVersion v left join fetch v.madeBy where v.template = ?1 order by v.number desc", template);
    }

    static TemplateVersion of(long template, int number) {
        TemplateVersion found = find("template.id = ?1 and number = ?2", template, number).firstResult();
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    /** The last one of each template, also of archived ones; the built-in ones first. */
    static List<TemplateVersion> latest() {
        return list("from TemplateVersion v join fetch v.template t where v.number = (select max(l.number) from TemplateVersion l where l.template = t) order by t.builtIn desc, lower(t.name)");
    }

    /** What new postmortems may be written with. */
    static List<TemplateVersion> inUse() {
        return latest().stream().filter(version -> !version.template.archived()).toList();
    }

    /** The latest version of a built-in template. */
    public static TemplateVersion builtIn(Review review) {
        return latest().stream().filter(version -> version.template.builtIn && version.template.review == review).findFirst().orElseThrow();
    }

    /** What suits the record best: its kind and severity before how much the policy asks for, the narrower before the wider. */
    static TemplateVersion proposed(Occurrence occurrence, List<TemplateVersion> inUse) {
        var review = review(occurrence);
        return inUse.stream().min(Comparator.<TemplateVersion, Boolean>comparing(version -> !version.template.fits.contains(Fits.cell(occurrence)))
                .thenComparing(version -> version.template.review != review).thenComparing(version -> version.template.fits.size())
                .thenComparing(version -> -version.template.id)).orElseThrow();
    }

    /** Null for what is none of these. */
    static TemplateVersion chosen(String choice, List<TemplateVersion> inUse) {
        return inUse.stream().filter(version -> version.choice().equals(choice)).findFirst().orElse(null);
    }

    /** By its kind as long as nobody has said how bad it is. */
    private static Review review(Occurrence occurrence) {
        var asked = ReviewRule.policy().asks(occurrence);
        return asked == Review.FULL || asked == null && occurrence.kind.incident() ? Review.FULL : Review.LIGHT;
    }

    /** As forms name it; the built-in ones by a name that holds in every store. */
    public String choice() {
        return template.builtIn ? template.review.name() : template.id.toString();
    }

    public String label() {
        return template.name + ", version " + number;
    }

    public String address() {
        return template.address() + "/versions/" + number;
    }

    public List<Section> sections() {
        return Part.sections(parts);
    }
}
