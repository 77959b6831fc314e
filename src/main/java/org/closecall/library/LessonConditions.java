package org.closecall.library;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.closecall.web.Typed;

/** What a filter asks of published lessons, in SQL: conditions on postmortem p of occurrence o, and their parameters. What cannot be meant narrows nothing. */
final class LessonConditions {

    /** A word of the search may stand anywhere in what was published, or in the record. */
    private static final String FOUND = """
            (numnode(%1$s) = 0 or o.search @@ %1$s or p.publication_id in (select x.id from publication x where x.search @@ %1$s))""";

    private final StringBuilder where = new StringBuilder("p.published_at is not null and o.deleted_at is null");
    final Map<String, Object> bound = new HashMap<>();

    /** Days and years are those of the zone. */
    LessonConditions(LessonFilter filter, ZoneId zone) {
        filter.words().forEach(this::word);
        narrow("exists (select 1 from occurrence_service os where os.occurrence_id = o.id and os.service_id = :service)", "service", Typed.id(filter.service));
        narrow("exists (select 1 from publication_factor f where f.publication_id = p.publication_id and f.category_id = :factor)", "factor", Typed.id(filter.factor));
        control(Typed.id(filter.control), Typed.choice(Did.class, filter.did));
        narrow("exists (select 1 from occurrence_tag ot join tag t on t.id = ot.tag_id where ot.occurrence_id = o.id and lower(t.name) = lower(:tag))", "tag",
                Typed.given(filter.tag) ? filter.tag.strip().replace("\0", "") : null);
        narrow("o.kind in (:kinds)", "kinds", Typed.choice(Kinds.class, filter.kind) == null ? null : Kinds.of(filter.kind).stream().map(Enum::name).toList());
        if (filter.year() != null) {
            narrow("o.occurred_at >= :begin", "begin", begin(LocalDate.of(filter.year(), 1, 1), zone));
            narrow("o.occurred_at < :end", "end", begin(LocalDate.of(filter.year() + 1, 1, 1), zone));
        }
        narrow("o.occurred_at >= :from", "from", filter.fromDay() == null ? null : begin(filter.fromDay(), zone));
        narrow("o.occurred_at < :to", "to", filter.toDay() == null ? null : begin(filter.toDay().plusDays(1), zone));
    }

    @Override
    public String toString() {
        return where.toString();
    }

    private void word(String word) {
        var name = "word" + bound.size();
        narrow(FOUND.formatted("phraseto_tsquery('english', :" + name + ")"), name, word);
    }

    /** What it did, or what any did; without that, that it was concerned. */
    private void control(Long control, Did did) {
        if (did == null) {
            narrow("exists (select 1 from occurrence_control oc where oc.occurrence_id = o.id and oc.control_id = :control)", "control", control);
        } else {
            narrow("exists (select 1 from " + Did.in("o.id") + " c where c.did = :did" + (control == null ? "" : " and c.control_id = " + control) + ")", "did", did.name());
        }
    }

    private void narrow(String condition, String name, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            bound.put(name, value);
        }
    }

    private static Object begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).withZoneSameInstant(ZoneOffset.UTC).toOffsetDateTime();
    }
}
