package org.closecall.occurrence;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.List;

/**
 * Finds records that are like a text, in one statement that stays quick in a large store: it looks closely only at the
 * few hundred that share rare words, a tag or the time, or are among the latest with a title spelt alike. docs/similar.md says how well it finds.
 */
record SimilarSearch(Long self, String text, String title, List<Long> services, List<Long> tags, Instant at, boolean timeAlone) {

    /** How common a word is comes from the statistics PostgreSQL keeps anyway; what they do not list is rare. */
    private static final String SQL = """
            with tokens as materialized (
              select lower(p.token) as word, cast(unnest(ts_lexize('english_stem', lower(p.token))) as text) as lexeme
              from ts_parse('default', left(:text, 5000)) p where p.tokid in (1, 2, 3, 10, 11)),
            store as materialized (select greatest(reltuples, 1) as size from pg_class where oid = cast('occurrence' as regclass)),
            common as materialized (
              select c.lexeme, c.frequency, min(c.frequency) over () as least
              from pg_stats s, unnest(cast(cast(s.most_common_elems as text) as text[]), s.most_common_elem_freqs) as c (lexeme, frequency)
              where s.schemaname = current_schema() and s.tablename = 'occurrence' and s.attname = 'search' and c.lexeme is not null),
            asked as materialized (
              select w.lexeme, w.word, -ln(w.frequency) as weight, sum(w.frequency) over (order by w.frequency, w.lexeme) as upto
              from (select t.lexeme, min(t.word) as word, least(0.9, coalesce((min(c.frequency) * (select size from store) + 1) / ((select size from store) + 50), (select min(least) / 2 from common), 0.01)) as frequency
                from tokens t left join common c on c.lexeme = t.lexeme where length(t.lexeme) between 2 and 100 group by t.lexeme) w
              order by w.frequency, w.lexeme limit 40),
            query as materialized (
              select cast(string_agg(quote_literal(lexeme), ' | ') as tsquery) as words from asked where upto * (select size from store) <= 2000),
            begin as materialized (select cast(nullif(:at, '') as timestamptz) as at),
            near as (
              (select o.id from occurrence o, query q where o.deleted_at is null and o.search @@ q.words order by ts_rank(o.search, q.words) desc limit 150)
              union (select l.id from (select o.id, o.title from occurrence o where o.deleted_at is null order by o.occurred_at desc, o.number desc limit 2000) l
                where l.title % :title order by similarity(l.title, :title) desc limit 50)
              union (select o.id from occurrence o where o.deleted_at is null and o.occurred_at <= cast(nullif(:at, '') as timestamptz)
                and o.occurred_at > cast(nullif(:at, '') as timestamptz) - interval '2 days' order by o.occurred_at desc, o.number desc limit 40)
              union (select o.id from occurrence o where o.deleted_at is null and o.occurred_at > cast(nullif(:at, '') as timestamptz)
                and o.occurred_at < cast(nullif(:at, '') as timestamptz) + interval '2 days' order by o.occurred_at, o.number limit 40)
              union (select t.occurrence_id from occurrence_tag t where t.tag_id in (:tags) order by 1 desc limit 40)),
            shared as (
              select o.id, o.number, o.occurred_at, similarity(o.title, :title) as title, extract(epoch from o.occurred_at - b.at) as apart,
                (select coalesce(sum(a.weight), 0) / (select greatest(sum(weight), 4) from asked) from asked a
                  where o.search @@ cast(quote_literal(a.lexeme) as tsquery)) as words,
                (select string_agg(s.name, ', ' order by s.name) from occurrence_service os join service s on s.id = os.service_id
                  where os.occurrence_id = o.id and os.service_id in (:services)) as services,
                (select string_agg(t.name, ', ' order by t.name) from occurrence_tag ot join tag t on t.id = ot.tag_id
                  where ot.occurrence_id = o.id and ot.tag_id in (:tags)) as tags
              from occurrence o, begin b where o.id in (select id from near) and o.deleted_at is null and o.id <> :self
                and not exists (select 1 from occurrence_link l where l.removed_at is null
                  and (l.source_id = o.id and l.target_id = :self or l.source_id = :self and l.target_id = o.id))),
            scored as (
              select *, 2 * words + title + case when services is null then 0 else 0.25 end + case when tags is null then 0 else 0.5 end
                + coalesce(2 * exp(-least(abs(apart) / 86400, 30)), 0) as score from shared)
            select c.id, c.services, c.tags, cast(c.apart as bigint), (select string_agg(w.word, ', ') from (select a.word from asked a, occurrence o
                where o.id = c.id and a.weight > 2 and o.search @@ cast(quote_literal(a.lexeme) as tsquery) order by a.weight desc limit 4) w)
            from scored c where score >= 0.7 and (words >= 0.15 or title >= 0.3 or services is not null or tags is not null or :alone and abs(apart) <= 7200)
            order by score desc, occurred_at desc, number desc limit :most""";

    private static final List<Long> NONE = List.of(-1L);

    /** Per record: id, services and tags shared, seconds apart, words shared. */
    List<Object[]> rows(int most) {
        return Panache.getEntityManager().createNativeQuery(SQL, Object[].class)
                .setParameter("self", self == null ? -1L : self).setParameter("text", text).setParameter("title", title)
                .setParameter("services", services.isEmpty() ? NONE : services).setParameter("tags", tags.isEmpty() ? NONE : tags)
                .setParameter("at", at == null ? "" : at.toString()).setParameter("most", most).setParameter("alone", timeAlone).getResultList();
    }
}
