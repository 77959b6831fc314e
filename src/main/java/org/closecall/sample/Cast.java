package org.closecall.sample;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.closecall.action.Strategy;
import org.closecall.catalog.Control;
import org.closecall.catalog.CriticalPath;
import org.closecall.catalog.FactorCategory;
import org.closecall.catalog.Service;
import org.closecall.catalog.Tag;
import org.closecall.catalog.Team;
import org.closecall.people.Person;
import org.closecall.postmortem.TemplateVersion;

/** Who and what the sample's records name, by the keys of its texts: people, teams, services and paths are made for it, the rest is what is here. */
final class Cast {

    private static final String ADDRESS = "@wrenfield.example";

    final Company company;
    final Map<String, Person> people = new LinkedHashMap<>();
    final Map<String, Team> teams = new LinkedHashMap<>();
    final Map<String, Service> services = new LinkedHashMap<>();
    final Map<String, CriticalPath> paths = new LinkedHashMap<>();
    final Map<String, Tag> tags;
    /** Only those that nobody had before. */
    final List<Tag> newTags;
    final Map<String, Control> controls;
    final Map<String, FactorCategory> categories;
    final Map<String, Strategy> strategies;
    final Map<String, TemplateVersion> templates;

    Cast(Script script, Instant since, LocalDate first) {
        company = script.company();
        tags = Tag.named(tags(script)).stream().collect(Collectors.toMap(tag -> tag.name.toLowerCase(), Function.identity()));
        var made = Set.copyOf(SampleRow.of("tag"));
        newTags = tags.values().stream().filter(tag -> made.contains(tag.id)).toList();
        controls = Control.inUse().stream().collect(Collectors.toMap(control -> control.name, Function.identity(), (one, other) -> one));
        categories = FactorCategory.inUse().stream().collect(Collectors.toMap(category -> category.name, Function.identity()));
        strategies = Strategy.inUse().stream().collect(Collectors.toMap(strategy -> strategy.name, Function.identity()));
        templates = TemplateVersion.<TemplateVersion>list("from TemplateVersion v join fetch v.template t where t.builtIn = true and v.number = 1").stream()
                .collect(Collectors.toMap(version -> version.template.review.name(), Function.identity()));
        company.people().forEach(one -> people.put(one.key(), person(one, since)));
        company.teams().forEach(one -> teams.put(one.key(), team(one, since)));
        company.services().forEach(one -> services.put(one.key(), service(one, since, first)));
        company.paths().forEach(one -> paths.put(one.name(), path(one, since)));
    }

    /** In a short transaction of its own, before the long one: whoever uses one of these tags meanwhile would wait for that. */
    static void makeTags(Script script) {
        Panache.getEntityManager().createNativeQuery("with made as (insert into tag (name) select unnest(cast(:names as text[])) on conflict do nothing returning id) insert into sample_row select 'tag', id from made")
                .setParameter("names", tags(script).stream().sorted(String.CASE_INSENSITIVE_ORDER).toArray(String[]::new)).executeUpdate();
    }

    private static List<String> tags(Script script) {
        return script.stories().stream().flatMap(story -> story.tags().stream()).distinct().toList();
    }

    /** One who stayed when an earlier sample went comes back. */
    private static Person person(Company.Somebody from, Instant since) {
        var there = Person.withEmail(from.key() + ADDRESS);
        if (there != null && there.sample) {
            there.deactivatedAt = null;
        }
        return there != null && there.sample ? there : Person.invent(from.name(), from.key() + ADDRESS, since);
    }

    private Team team(Company.Group from, Instant since) {
        var team = new Team();
        team.name = free(from.name(), name -> Team.named(name) != null);
        team.description = from.description();
        team.lead = people.get(from.lead());
        team.members.addAll(of(from.key()));
        team.createdAt = since;
        team.added(team.lead, since);
        return team;
    }

    private Service service(Company.Running from, Instant since, LocalDate first) {
        var service = new Service();
        service.name = free(from.name(), name -> Service.named(name) != null);
        service.description = from.description();
        service.tier = from.tier();
        service.team = teams.get(from.team());
        service.inServiceOn = first;
        service.createdAt = since;
        service.added(service.team.lead, since);
        return service;
    }

    private CriticalPath path(Company.Journey from, Instant since) {
        var path = new CriticalPath();
        path.name = free(from.name(), name -> CriticalPath.count("lower(name) = lower(?1)", name) > 0);
        path.description = from.description();
        path.team = teams.get(from.team());
        from.services().forEach(key -> path.services.add(services.get(key)));
        path.createdAt = since;
        path.added(path.team.lead, since);
        return path;
    }

    /** A name is held for good: what is here keeps its own. */
    private String free(String name, Predicate<String> taken) {
        var free = name;
        for (var next = 1; taken.test(free); next++) {
            free = name + " (" + company.name() + (next == 1 ? "" : " " + next) + ")";
        }
        return free;
    }

    /** Those of a team. */
    private List<Person> of(String team) {
        return company.people().stream().filter(one -> one.team().equals(team)).map(one -> people.get(one.key())).toList();
    }

    /** Somebody who looks after that service, the same every time for the same occasion. */
    Person somebody(String service, String occasion) {
        return Chance.of("somebody " + occasion).of(of(teamOf(service)));
    }

    /** Somebody else than these, of that team as far as there is one. */
    Person another(String service, String occasion, Set<Person> than) {
        var colleagues = of(teamOf(service)).stream().filter(person -> !than.contains(person)).toList();
        return Chance.of("another " + occasion).of(colleagues.isEmpty() ? people.values().stream().filter(person -> !than.contains(person)).toList() : colleagues);
    }

    private String teamOf(String service) {
        return company.services().stream().filter(one -> one.key().equals(service)).findFirst().orElseThrow().team();
    }

    Team team(String service) {
        return teams.get(teamOf(service));
    }

    /** Everything by its place in histories. */
    Map<String, Set<Long>> rows() {
        var rows = new HashMap<String, Set<Long>>();
        people.values().forEach(one -> rows.computeIfAbsent("person", any -> new HashSet<>()).add(one.id));
        teams.values().forEach(one -> rows.computeIfAbsent("team", any -> new HashSet<>()).add(one.id));
        services.values().forEach(one -> rows.computeIfAbsent("service", any -> new HashSet<>()).add(one.id));
        paths.values().forEach(one -> rows.computeIfAbsent("critical path", any -> new HashSet<>()).add(one.id));
        newTags.forEach(one -> rows.computeIfAbsent("tag", any -> new HashSet<>()).add(one.id));
        return rows;
    }
}
