package org.closecall.occurrence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import org.closecall.people.Person;

/** One record's going into another, and which rows went with it: enough to take it back. */
@Entity
public class OccurrenceMerger extends PanacheEntityBase {

    /** Rows the merger made or changed rather than moved. */
    static final String PIECE = "piece";
    static final String ENDED = "ended role";
    static final String LINK = "link";
    static final String UNLINKED = "removed link";
    static final String POSTMORTEM = "postmortem";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence gone;
    @ManyToOne(fetch = FetchType.LAZY)
    public Occurrence kept;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "merged_by")
    public Person mergedBy;
    public Instant mergedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "undone_by")
    public Person undoneBy;
    public Instant undoneAt;

    static OccurrenceMerger of(Occurrence gone, Occurrence kept, Person by, Instant now) {
        var merger = new OccurrenceMerger();
        merger.gone = gone;
        merger.kept = kept;
        merger.mergedBy = by;
        merger.mergedAt = now;
        merger.persistAndFlush();
        return merger;
    }

    /** Null when the record never went into another. */
    static OccurrenceMerger latest(Occurrence gone) {
        return find("gone = ?1 order by id desc", gone).firstResult();
    }

    /** As if somebody had taken each of these back, one after the other. */
    public static void takeBack(List<Long> ids, String reason, Person by, Instant now) {
        OccurrenceLink.takeTurn();
        ids.forEach(id -> {
            OccurrenceMerger merger = findById(id);
            merger.gone.lock();
            merger.kept.lock();
            new Separation(merger).separate(reason, by, now);
        });
    }

    public boolean undone() {
        return undoneAt != null;
    }

    void keep(String place, long row) {
        getEntityManager().createNativeQuery("insert into occurrence_merger_row (merger_id, place, row_id) values (:merger, :place, :row)")
                .setParameter("merger", id).setParameter("place", place).setParameter("row", row).executeUpdate();
    }

    /** The rows are those that the query, about the record :gone and perhaps the record :kept, selects. */
    void keepAll(String place, String query) {
        run("insert into occurrence_merger_row (merger_id, place, row_id) select :merger, :place, found.id from (" + query + ") found (id)", place);
    }

    List<Long> rows(String place) {
        return getEntityManager().createNativeQuery("select row_id from occurrence_merger_row where merger_id = :merger and place = :place order by row_id", Long.class)
                .setParameter("merger", id).setParameter("place", place).getResultList();
    }

    int run(String sql, String place) {
        return named(getEntityManager().createNativeQuery(sql), place).executeUpdate();
    }

    long count(String sql, String place) {
        return (Long) named(getEntityManager().createNativeQuery(sql, Long.class), place).getSingleResult();
    }

    /** Gives the statement what it names of this merger. */
    private Query named(Query query, String place) {
        query.getParameters().forEach(parameter -> query.setParameter(parameter.getName(), switch (parameter.getName()) {
            case "merger" -> id;
            case "gone" -> gone.id;
            case "kept" -> kept.id;
            case "number" -> "#" + gone.number + "/";
            default -> place;
        }));
        return query;
    }
}
