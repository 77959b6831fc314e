package org.closecall.postmortem;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.catalog.FactorCategory;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.web.Markdown;
import org.closecall.web.Typed;

/** One of the things without which it would have gone otherwise. */
@Entity
public class ContributingFactor extends PanacheEntityBase {

    private static final int BRIEF = 80;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Postmortem postmortem;
    @ManyToOne(fetch = FetchType.LAZY)
    public FactorCategory category;
    public String text;
    public String howKnown;
    /** Where one can see for oneself. */
    public String evidenceUrl;
    public int position;
    /** What it led to, in the same postmortem; never in a circle. */
    @ManyToMany
    @JoinTable(name = "factor_link", joinColumns = @JoinColumn(name = "from_id"), inverseJoinColumns = @JoinColumn(name = "to_id"))
    @OrderBy("position, id")
    public Set<ContributingFactor> leadsTo = new LinkedHashSet<>();
    @Version
    public int version;

    static ContributingFactor of(Postmortem postmortem, long id) {
        ContributingFactor found = find("postmortem = ?1 and id = ?2", postmortem, id).firstResult();
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    /** Null when the postmortem of that record has none such. */
    public static ContributingFactor of(Occurrence occurrence, long id) {
        return find("from ContributingFactor f join fetch f.category where f.postmortem.occurrence = ?1 and f.id = ?2", occurrence, id).firstResult();
    }

    /** Its place in the document, from 1. */
    public int number() {
        return postmortem.factors.indexOf(this) + 1;
    }

    /** Its first words, where there is room for a line. */
    public String brief() {
        var plain = Markdown.plain(text);
        return Typed.shortened(plain.isEmpty() ? text : plain, BRIEF).replaceFirst("[.:;,]$", "");
    }

    /** Those that it could lead to. */
    public List<ContributingFactor> others() {
        return postmortem.factors.stream().filter(factor -> factor != this).toList();
    }

    /** 2 and 3: the numbers of what it led to. */
    public String leadsToInWords() {
        return leadsTo.stream().map(factor -> String.valueOf(factor.number())).collect(Collectors.joining(", ")).replaceFirst(", (?=\\d+$)", " and ");
    }

    /** Itself and all that it leads to, however far. */
    Set<ContributingFactor> reach() {
        var reached = new LinkedHashSet<ContributingFactor>();
        var open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            var next = open.pop();
            if (reached.add(next)) {
                open.addAll(next.leadsTo);
            }
        }
        return reached;
    }

    public ContributingFactor add(Postmortem to, Person by, Instant now) {
        postmortem = to;
        position = to.factors.stream().mapToInt(factor -> factor.position).max().orElse(0) + 1;
        persistAndFlush();
        to.factors.add(this);
        Change.record(to.subject(), "added a contributing factor", Map.of(), snapshot(), by, now);
        return this;
    }

    void edited(Map<String, String> before, Person by, Instant now) {
        var after = snapshot();
        if (!before.equals(after)) {
            getEntityManager().flush();
            Change.record(postmortem.subject(), "edited a contributing factor", before, after, by, now);
        }
    }

    /** What led to it does so no longer; the history keeps that, too. */
    void remove(Person by, Instant now) {
        var gone = new LinkedHashMap<>(snapshot());
        var from = others().stream().filter(factor -> factor.leadsTo.contains(this)).toList();
        if (!from.isEmpty()) {
            gone.put("Came of", briefly(from));
        }
        Change.record(postmortem.subject(), "removed a contributing factor", gone, Map.of(), by, now);
        from.forEach(factor -> factor.leadsTo.remove(this));
        postmortem.factors.remove(this);
        delete();
    }

    Map<String, String> snapshot() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Factor", text);
        fields.put("Category", category.name);
        fields.put("How we know", howKnown);
        fields.put("Evidence", evidenceUrl);
        fields.put("Leads to", briefly(new ArrayList<>(leadsTo)));
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    /** One a line; null for none. */
    private static String briefly(List<ContributingFactor> factors) {
        return factors.isEmpty() ? null : factors.stream().map(ContributingFactor::brief).collect(Collectors.joining("\n"));
    }
}
