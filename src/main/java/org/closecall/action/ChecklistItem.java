package org.closecall.action;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.qute.TemplateData;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.closecall.people.Person;

/** One of the small steps of an action. Whoever writes has locked the action. */
@Entity
public class ChecklistItem extends PanacheEntityBase {

    static final int LONGEST = 300;
    static final int MOST = 100;
    private static final String STEP = "Step";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public ActionItem action;
    public String text;
    public int position;
    public Instant tickedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "ticked_by")
    public Person tickedBy;

    /** How many are ticked, of how many. */
    @TemplateData
    public record Ticked(long done, long all) {
    }

    public static List<ChecklistItem> of(ActionItem action) {
        return list("from ChecklistItem i left join fetch i.tickedBy where i.action = ?1 order by i.position, i.id", action);
    }

    /** By the action's id, of those that have any; in one statement. */
    public static Map<Long, Ticked> ticked(List<ActionItem> actions) {
        var counts = actions.isEmpty() ? List.<Object[]>of() : getEntityManager().createQuery("select i.action.id, count(i.tickedAt), count(i) from ChecklistItem i where i.action in :actions group by i.action.id", Object[].class)
                .setParameter("actions", actions).getResultList();
        return counts.stream().collect(Collectors.toMap(count -> (Long) count[0], count -> new Ticked((Long) count[1], (Long) count[2])));
    }

    static ChecklistItem of(ActionItem action, long id) {
        ChecklistItem found = find("action = ?1 and id = ?2", action, id).firstResult();
        if (found == null) {
            throw new NotFoundException("There is no such step");
        }
        return found;
    }

    /** At the end of the list. */
    public static void add(ActionItem action, List<String> texts, Person by, Instant now) {
        var position = of(action).stream().mapToInt(item -> item.position).max().orElse(0);
        for (var text : texts) {
            var item = new ChecklistItem();
            item.action = action;
            item.text = text;
            item.position = ++position;
            item.persist();
        }
        action.told(texts.size() == 1 ? "added a step to" : "added " + texts.size() + " steps to", Map.of(), Map.of("Steps", String.join("\n", texts)), by, now);
    }

    /** Ticked twice, it is ticked once. */
    public void tick(boolean done, Person by, Instant now) {
        if (done != ticked()) {
            tickedAt = done ? now : null;
            tickedBy = done ? by : null;
            action.told(done ? "ticked a step of" : "unticked a step of", done ? Map.of() : Map.of(STEP, text), done ? Map.of(STEP, text) : Map.of(), by, now);
        }
    }

    void edit(String to, Person by, Instant now) {
        if (!to.equals(text)) {
            var before = Map.of(STEP, text);
            text = to;
            action.told("edited a step of", before, Map.of(STEP, text), by, now);
        }
    }

    /** One place up or down; at the end it stays. */
    void move(boolean up, Person by, Instant now) {
        var all = of(action);
        var here = all.indexOf(this);
        var there = up ? here - 1 : here + 1;
        if (there >= 0 && there < all.size()) {
            var before = lines(all);
            Collections.swap(all, here, there);
            for (var i = 0; i < all.size(); i++) {
                all.get(i).position = i + 1;
            }
            action.told("moved a step of", Map.of("Order", before), Map.of("Order", lines(all)), by, now);
        }
    }

    void remove(Person by, Instant now) {
        delete();
        action.told("removed a step from", Map.of(STEP, text), Map.of(), by, now);
    }

    public String path() {
        return "/actions/" + action.id + "/checklist/" + id;
    }

    public boolean ticked() {
        return tickedAt != null;
    }

    private static String lines(List<ChecklistItem> items) {
        return items.stream().map(item -> item.text).collect(Collectors.joining("\n"));
    }
}
