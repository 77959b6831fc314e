package org.closecall.wording;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closecall.catalog.CatalogEntry;
import org.closecall.people.Change;

/** Phrases that judge, why they hide something, and the question that gets further. Administrators change them. */
@Entity
public class WordingRule extends CatalogEntry {

    private static final String EXCEPTION = "!";

    /** One a line; those that begin with an exclamation mark are spared. */
    public String phrases;
    @Enumerated(EnumType.STRING)
    @Column(name = "reads")
    public Where where;
    public String why;
    public String question;
    @Version
    public int version;

    static List<WordingRule> all() {
        return list("order by case when archivedAt is null then 0 else 1 end, id");
    }

    static List<WordingRule> inUse() {
        return list("archivedAt is null order by id");
    }

    /** Null when nobody has taken the name. */
    static WordingRule named(String name) {
        return find("lower(name) = lower(?1)", name).firstResult();
    }

    static WordingRule found(long id) {
        return present(findById(id));
    }

    static WordingRule changing(long id) {
        return present(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    static List<String> lines(String phrases) {
        return phrases.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    List<String> phrases() {
        return lines(phrases).stream().filter(line -> !line.startsWith(EXCEPTION)).toList();
    }

    List<String> exceptions() {
        return lines(phrases).stream().filter(line -> line.startsWith(EXCEPTION)).map(line -> line.substring(1)).filter(line -> !line.isBlank()).toList();
    }

    public int phraseCount() {
        return phrases().size();
    }

    @Override
    public Change.Subject subject() {
        return new Change.Subject("wording", id, null, version);
    }

    @Override
    public Map<String, String> snapshot() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Name", name);
        fields.put("Reads", where.label);
        fields.put("Phrases", phrases);
        fields.put("Why", why);
        fields.put("Question", question);
        fields.put("In use", archived() ? "no" : "yes");
        return fields;
    }
}
