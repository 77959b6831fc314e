package org.closecall.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.web.Option;

/** Who looks after services. An occurrence counts for every team that owns one of its services. */
@Entity
public class Team extends CatalogEntry {

    public String description;
    @ManyToOne(fetch = FetchType.LAZY)
    public Person lead;
    @ManyToMany
    @JoinTable(name = "team_member", joinColumns = @JoinColumn(name = "team_id"), inverseJoinColumns = @JoinColumn(name = "person_id"))
    @OrderBy("name")
    public Set<Person> members = new LinkedHashSet<>();
    @Version
    public int version;
    public Instant createdAt;

    public static List<Team> inUse() {
        return list("archivedAt is null order by lower(name)");
    }

    /** Those in use that somebody belongs to or leads. */
    public static List<Team> of(Person person) {
        return list("from Team t where t.archivedAt is null and (t.lead = ?1 or ?1 member of t.members) order by lower(t.name)", person);
    }

    /** For pickers: those in use, and the one that is chosen already. */
    static List<Option> options(Team chosen) {
        var teams = Stream.concat(Stream.ofNullable(chosen).filter(Team::archived), inUse().stream());
        return teams.map(team -> Option.of(team.id, team.archived() ? team.name + " (archived)" : team.name)).toList();
    }

    /** Also finds what is archived: a name is held for good. */
    public static Team named(String name) {
        return find("lower(name) = lower(?1)", name.strip()).firstResult();
    }

    public static Team found(long id) {
        return present(Team.<Team>find("from Team t left join fetch t.lead where t.id = ?1", id).firstResult());
    }

    /** A second saver waits here for the first and then sees what that one saved. */
    public static Team changing(long id) {
        return present(Team.<Team>findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    public String address() {
        return "/teams/" + id;
    }

    @Override
    public Change.Subject subject() {
        return new Change.Subject("team", id, null, version);
    }

    @Override
    public Map<String, String> snapshot() {
        var snapshot = new LinkedHashMap<String, String>();
        snapshot.put("Name", name);
        snapshot.put("Description", description);
        snapshot.put("Lead", lead == null ? null : lead.name + " (" + lead.email + ")");
        snapshot.put("Members", members.isEmpty() ? null : members.stream().map(member -> member.name).sorted(String.CASE_INSENSITIVE_ORDER).collect(Collectors.joining(", ")));
        return snapshot;
    }
}
