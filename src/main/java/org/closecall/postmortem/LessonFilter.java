package org.closecall.postmortem;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the library shows, all of it in the address. */
@TemplateData
public class LessonFilter {

    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"|[^\\s\"]+");
    private static final int MOST_WORDS = 12;
    /** A word of the search may stand anywhere: in the title, the sections, the factors or the record. */
    private static final String FOUND = """
            (numnode(%1$s) = 0 or p.search @@ %1$s or o.search @@ %1$s
             or p.id in (select s.postmortem_id from postmortem_section s where s.search @@ %1$s)
             or p.id in (select f.postmortem_id from contributing_factor f where f.search @@ %1$s))""";

    @QueryParam("text")
    public String text;
    @QueryParam("after")
    public String after;

    public boolean any() {
        return text != null && !text.isBlank();
    }

    /** The address of the same search, further down. */
    public String query(String next) {
        return any() ? "?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&after=" + next : "?after=" + next;
    }

    public String first() {
        return any() ? "?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8) : "";
    }

    /** SQL conditions on postmortem p of occurrence o, and their parameters. */
    String conditions(Map<String, Object> bound) {
        var where = new StringBuilder("p.published_at is not null and o.deleted_at is null");
        for (var word : words()) {
            var name = "word" + bound.size();
            where.append(" and ").append(FOUND.formatted("phraseto_tsquery('english', :" + name + ")"));
            bound.put(name, word);
        }
        return where.toString();
    }

    private List<String> words() {
        return any() ? WORD.matcher(text.replace("\0", "")).results().map(LessonFilter::word).limit(MOST_WORDS).toList() : List.of();
    }

    private static String word(MatchResult found) {
        return found.group(1) == null ? found.group() : found.group(1);
    }
}
