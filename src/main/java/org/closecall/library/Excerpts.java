package org.closecall.library;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.closecall.web.Markdown;
import org.closecall.web.WordDiff.Piece;

/** Where in a postmortem the words stand: the section that fits best, cut around them. One statement for a page of lessons. */
final class Excerpts {

    /** Marks that no text has. */
    private static final String BEGIN = "\u0002";
    private static final String END = "\u0003";
    private static final String MARKS = "StartSel=" + BEGIN + ", StopSel=" + END + ", ";
    /** What looks like a tag would be left out. */
    private static final String BRACKETS = "\u0004\u0005";
    private static final String SQL = """
            with asked as materialized (select %s as words),
            published as materialized (select p.id, x.content from postmortem p join publication x on x.id = p.publication_id where p.id in (:ids)),
            texts as (
              select x.id, left(s.body, 50000) as body from published x cross join lateral jsonb_to_recordset(x.content -> 'texts') as s (body text)
              union all
              select x.id, f.text from published x cross join lateral jsonb_to_recordset(x.content -> 'factors') as f (text text)),
            ranked as (select t.id, t.body, to_tsvector('english', t.body) as words from texts t),
            best as (select distinct on (r.id) r.id, r.body from ranked r, asked a where r.words @@ a.words order by r.id, ts_rank(r.words, a.words) desc)
            select b.id, ts_headline('english', translate(b.body, '<>', :brackets), a.words, case when length(b.body) <= 200 then :whole else :cut end) from best b, asked a""";

    private Excerpts() {
    }

    static Map<Long, List<Piece>> of(List<Long> ids, List<String> words) {
        var excerpts = new HashMap<Long, List<Piece>>();
        if (!ids.isEmpty() && !words.isEmpty()) {
            var asked = IntStream.range(0, words.size()).mapToObj(i -> "phraseto_tsquery('english', :word" + i + ")").collect(Collectors.joining(" || "));
            var query = Panache.getEntityManager().createNativeQuery(SQL.formatted(asked), Object[].class).setParameter("ids", ids).setParameter("brackets", BRACKETS)
                    .setParameter("whole", MARKS + "HighlightAll=true").setParameter("cut", MARKS + "MaxFragments=2, MaxWords=28, MinWords=12, FragmentDelimiter=\" … \"");
            IntStream.range(0, words.size()).forEach(i -> query.setParameter("word" + i, words.get(i)));
            List<Object[]> rows = query.getResultList();
            rows.forEach(row -> excerpts.put((Long) row[0], pieces(Markdown.plain(((String) row[1]).replace(BRACKETS.charAt(0), '<').replace(BRACKETS.charAt(1), '>')))));
        }
        return excerpts;
    }

    /** The marks may stand within Markdown: what is left of it is taken out before. */
    private static List<Piece> pieces(String marked) {
        var pieces = new ArrayList<Piece>();
        for (var part : marked.split("(?=" + BEGIN + ")|(?<=" + END + ")")) {
            var found = part.startsWith(BEGIN);
            pieces.add(new Piece(part.replace(BEGIN, "").replace(END, ""), found));
        }
        return pieces;
    }
}
