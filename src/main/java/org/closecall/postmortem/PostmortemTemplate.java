package org.closecall.postmortem;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.closecall.catalog.CatalogEntry;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.review.Review;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** How a postmortem is asked for. What it asks stands in its versions, the last of which is used for new ones. */
@Entity
public class PostmortemTemplate extends CatalogEntry {

    public String hint = "";
    /** Which of the policy's two reviews it serves. */
    @Enumerated(EnumType.STRING)
    public Review review;
    public boolean builtIn;
    /** Cells of Fits. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> fits = List.of();
    @Version
    public int version;

    static PostmortemTemplate found(long id) {
        return present(PostmortemTemplate.<PostmortemTemplate>findById(id));
    }

    /** A second saver waits here for the first and then sees what that one saved. */
    static PostmortemTemplate changing(long id) {
        oneAtATime("template");
        return found(id);
    }

    /** Also finds what is archived: a name is held for good. */
    static PostmortemTemplate named(String name) {
        return find("lower(name) = lower(?1)", name).firstResult();
    }

    public String address() {
        return "/admin/templates/" + id;
    }

    public String fitsInWords() {
        return Fits.inWords(fits);
    }

    /** Somebody who starts a postmortem must find one. */
    public boolean last() {
        return !archived() && count("archivedAt is null") == 1;
    }

    PostmortemTemplate create(TemplateForm form, Person by, Instant now) {
        form.applyTo(this);
        persist();
        TemplateVersion.make(this, 1, form, by, now);
        added(by, now);
        return this;
    }

    /** The verb of the history, or null when nothing was changed. Other parts are another version. */
    String edit(TemplateForm form, Person by, Instant now) {
        var latest = TemplateVersion.latest(this);
        var before = TemplateForm.of(latest).snapshot();
        var after = form.snapshot();
        if (before.equals(after)) {
            return null;
        }
        form.applyTo(this);
        var verb = latest.parts.equals(form.parts()) ? "edited" : "made version " + TemplateVersion.make(this, latest.number + 1, form, by, now).number;
        // at once, so that the history knows the new number: another version of the parts changes no column here
        getEntityManager().lock(this, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        getEntityManager().flush();
        Change.record(subject(), verb, before, after, by, now);
        return verb;
    }

    @Override
    public Change.Subject subject() {
        return new Change.Subject("template", id, null, version);
    }

    @Override
    public Map<String, String> snapshot() {
        return TemplateForm.of(TemplateVersion.latest(this)).snapshot();
    }
}
