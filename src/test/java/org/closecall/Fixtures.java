package org.closecall;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PessimisticLockException;
import java.time.Instant;
import java.util.List;
import org.closecall.people.Organisation;
import org.closecall.people.Person;
import org.closecall.people.Role;

/** An empty store with one organisation in Vienna and one person of each role. */
public final class Fixtures {

    /** Everybody's, hashed cheaply: tests sign in often. */
    public static final String PASSWORD = "plum tree engine 7";
    private static final String HASH = io.quarkus.elytron.security.common.BcryptUtil.bcryptHash(PASSWORD, 4);
    private static final String TABLES = "organisation, person, sign_in_delay, invitation, change, form_key, team, service, tag, occurrence, "
            + "occurrence_service, occurrence_tag, timeline_entry, status_note, occurrence_role, postmortem, postmortem_section, contributing_factor, action_item, import_run, import_line, postmortem_template, postmortem_template_version, factor_category";
    /**
     * As "truncate … restart identity cascade" does, which makes some hundred new files each time and is left for what
     * refers to each other in a circle: most tables are empty, the others hold few rows. The lock waits for whoever still
     * writes.
     */
    private static final String EMPTYING = """
            do $$ declare tables text[]; left_over text[]; one text; filled boolean; rounds int := 0; begin
              with recursive reached(id) as (select unnest(string_to_array('%1$s', ', '))::regclass::oid union select c.conrelid from pg_constraint c join reached r on c.confrelid = r.id where c.contype = 'f')
              select array_agg(id::regclass::text order by id desc) into tables from reached;
              execute 'lock table ' || array_to_string(tables, ', ') || ' in access exclusive mode';
              left_over := tables;
              while cardinality(left_over) > 0 loop
                rounds := rounds + 1;
                if rounds > 3 then
                  truncate table %1$s restart identity cascade;
                  return;
                end if;
                foreach one in array left_over loop
                  execute 'select exists (select 1 from ' || one || ')' into filled;
                  begin
                    if filled then
                      execute 'delete from ' || one;
                    end if;
                    left_over := array_remove(left_over, one);
                  exception when foreign_key_violation then
                    null;
                  end;
                end loop;
              end loop;
              perform setval(s.seqrelid, s.seqstart, false) from pg_sequence s join pg_depend d on d.objid = s.seqrelid and d.deptype in ('a', 'i') join unnest(tables) t on t::regclass = d.refobjid;
            end $$""".formatted(TABLES);
    /** Rows that the migrations made and tests may change. */
    private static final List<String> AS_THEY_CAME = List.of("postmortem_template", "postmortem_template_version", "factor_category");

    /** The same, of which hardly a test changes anything; that one puts them back. */
    private static final List<String> SEEDS = List.of("control", "question_group", "severity_level", "wording_rule", "action_policy", "action_strategy", "action_term", "reminder_policy");

    private static final int TRIES = 3;

    private Fixtures() {
    }

    public static void empty() {
        for (var tries = 1; ; tries++) {
            try {
                emptyAtOnce();
                return;
            } catch (PessimisticLockException deadlock) {
                // the last request of a page that the test before has closed
                if (tries == TRIES) {
                    throw deadlock;
                }
            }
        }
    }

    private static void emptyAtOnce() {
        QuarkusTransaction.requiringNew().run(() -> {
            // waits for an import that is still running
            entities().createNativeQuery("select pg_advisory_xact_lock(1129074531, 6)").getSingleResult();
            AS_THEY_CAME.forEach(Fixtures::keepAsItCame);
            SEEDS.forEach(Fixtures::keepAsItCame);
            entities().createNativeQuery(EMPTYING).executeUpdate();
            AS_THEY_CAME.forEach(Fixtures::leaveAsItCame);
            // the migration's own sixteen, as it left them
            entities().createNativeQuery("delete from control where id > 16").executeUpdate();
            entities().createNativeQuery("update control set archived_at = null").executeUpdate();
        });
    }

    /** After a test that has changed what the migrations filled. */
    static void putBackSeeds() {
        empty();
        QuarkusTransaction.requiringNew().run(() -> SEEDS.forEach(table -> {
            entities().createNativeQuery("delete from " + table).executeUpdate();
            entities().createNativeQuery("insert into " + table + " select * from as_it_came_" + table).executeUpdate();
        }));
    }

    /** viewer@, member@, other@ (a second member) and administrator@example.org. */
    public static void organisation() {
        empty();
        QuarkusTransaction.requiringNew().run(() -> {
            Organisation.create("Larkspur", "Europe/Vienna", Instant.now());
            person("Vera Viewer", "viewer", Role.VIEWER);
            person("Mia Member", "member", Role.MEMBER);
            person("Otto Other", "other", Role.MEMBER);
            person("Ada Administrator", "administrator", Role.ADMINISTRATOR);
        });
    }

    /** Inside a transaction. */
    public static Person person(String name, String email, Role role) {
        var person = new Person();
        person.name = name;
        person.email = email + "@example.org";
        person.role = role;
        person.passwordHash = HASH;
        person.createdAt = Instant.now();
        person.persist();
        return person;
    }

    public static Person person(String email) {
        return QuarkusTransaction.requiringNew().call(() -> Person.withEmail(email + "@example.org"));
    }

    public static void deactivate(String email) {
        QuarkusTransaction.requiringNew().run(() -> Person.withEmail(email + "@example.org").deactivatedAt = Instant.now());
    }

    private static void keepAsItCame(String table) {
        entities().createNativeQuery("create table if not exists as_it_came_" + table + " as table " + table).executeUpdate();
    }

    private static void leaveAsItCame(String table) {
        entities().createNativeQuery("insert into " + table + " select * from as_it_came_" + table).executeUpdate();
        entities().createNativeQuery("select setval(pg_get_serial_sequence('" + table + "', 'id'), (select max(id) from " + table + "))").getSingleResult();
    }

    private static EntityManager entities() {
        return Arc.container().instance(EntityManager.class).get();
    }
}
